using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>Which error the error page is to tell.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Fault">What is wrong with the database; null when nothing is.</param>
/// <param name="Reason">What only the engine knows of this one case; null when there is no more to say than status and fault do.</param>
/// <param name="IsUnknown">Whether it is not known if what was asked for was saved.</param>
internal sealed record ErrorShown(int Status, DatabaseFault? Fault = null, string? Reason = null, bool IsUnknown = false);
