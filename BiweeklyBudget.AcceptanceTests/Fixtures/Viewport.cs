namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>A window's size in CSS pixels.</summary>
internal sealed record Viewport(int Width, int Height)
{
    public static readonly Viewport Desktop = new(1440, 900);

    public static readonly Viewport Phone = new(360, 740);
}
