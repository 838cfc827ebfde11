namespace BiweeklyBudget.Hosting.Features.Finding;

/// <summary>What a line of text means.</summary>
/// <param name="Typed">The transaction that it describes; null when it describes none.</param>
/// <param name="Found">What it finds.</param>
internal sealed record FindJson(TypedJson? Typed, IReadOnlyList<FoundJson> Found);
