namespace BiweeklyBudget.Core.Storage;

/// <summary>Whom saves through a context are recorded under, and by which clock.</summary>
/// <param name="Who">Name of the user; null when the program was not told.</param>
/// <param name="Time">The clock.</param>
internal sealed record Author(string? Who, TimeProvider Time)
{
    /// <summary>For contexts that belong to no book.</summary>
    public static Author Unknown { get; } = new(null, TimeProvider.System);
}
