namespace BiweeklyBudget.Hosting.Ui;

/// <summary>One link of the navigation.</summary>
/// <param name="Label">The text.</param>
/// <param name="Path">The address below the app's path.</param>
internal sealed record NavigationEntry(string Label, string Path);
