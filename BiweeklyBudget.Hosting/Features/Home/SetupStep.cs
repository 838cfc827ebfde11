namespace BiweeklyBudget.Hosting.Features.Home;

/// <summary>A step of setting a household up.</summary>
/// <param name="Title">What is to be done.</param>
/// <param name="Text">What it is for.</param>
/// <param name="IsDone">Whether it is.</param>
/// <param name="Action">What the button says.</param>
/// <param name="Path">The dialog or page that it opens.</param>
internal sealed record SetupStep(string Title, string Text, bool IsDone, string Action, string Path)
{
    /// <summary>Why it has to wait; null when it need not.</summary>
    public string? Waits { get; init; }

    /// <summary>Another way to do it: what its button says, and the page that it opens; null when there is none.</summary>
    public (string Action, string Path)? Otherwise { get; init; }

    /// <summary>Whether the button opens a dialog.</summary>
    public bool IsDialog => Path.StartsWith("/dialogs/", StringComparison.Ordinal);
}
