namespace BiweeklyBudget.Hosting.Composition;

/// <summary>A reason that only the part knows that refused a request; the page of errors says it.</summary>
/// <param name="Reason">A sentence or two.</param>
internal sealed record RefusedBecause(string Reason);
