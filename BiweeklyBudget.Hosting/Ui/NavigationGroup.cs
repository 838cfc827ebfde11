namespace BiweeklyBudget.Hosting.Ui;

/// <summary>Links that belong together.</summary>
/// <param name="Title">What is written above them; null for the first and the last group.</param>
/// <param name="Entries">The links.</param>
internal sealed record NavigationGroup(string? Title, IReadOnlyList<NavigationEntry> Entries);
