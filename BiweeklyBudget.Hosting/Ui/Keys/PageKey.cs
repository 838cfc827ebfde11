namespace BiweeklyBudget.Hosting.Ui.Keys;

/// <summary>A key that works on pages.</summary>
/// <param name="Sign">What is pressed, as it is written on the screen.</param>
/// <param name="Meaning">What it does, for people.</param>
/// <param name="Action">The name that the scripts know it by; null for one that is not theirs to listen for in one place, such as Esc.</param>
/// <param name="Saves">Whether it is of no use to who may read only.</param>
internal sealed record PageKey(string Sign, string Meaning, string? Action = null, bool Saves = false);
