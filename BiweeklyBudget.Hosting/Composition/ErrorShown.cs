namespace BiweeklyBudget.Hosting.Composition;

/// <summary>Which error the error page is to tell.</summary>
/// <param name="Status">The HTTP status.</param>
internal sealed record ErrorShown(int Status);
