namespace BiweeklyBudget.Hosting.Ui.Keys;

/// <summary>A key that works on pages.</summary>
/// <param name="Sign">What is pressed, as it is written on the screen.</param>
/// <param name="Meaning">What it does, for people.</param>
/// <param name="Action">The name that the scripts know it by; null for one that is not theirs to listen for in one place, such as Esc.</param>
internal sealed record PageKey(string Sign, string Meaning, string? Action = null);
