namespace BiweeklyBudget.Hosting.Ui.Keys;

/// <summary>Keys that belong together.</summary>
/// <param name="Title">What they are for.</param>
/// <param name="Keys">The keys.</param>
internal sealed record KeyGroup(string Title, IReadOnlyList<PageKey> Keys);
