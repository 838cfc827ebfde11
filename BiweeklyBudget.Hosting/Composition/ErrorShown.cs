namespace BiweeklyBudget.Hosting.Composition;

/// <summary>Which error the error page is to tell.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Text">What it means to the person who made the request.</param>
internal sealed record ErrorShown(int Status, string Text);
