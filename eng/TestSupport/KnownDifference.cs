namespace BiweeklyBudget.TestSupport;

/// <summary>
/// One place where the program does it right and the vectors say what upstream does. It names single cases by
/// <paramref name="Ids"/>, or – better, since further cases run too – a <paramref name="Rule"/> by which the test itself works out
/// the expected value.
/// </summary>
/// <param name="Area">The vector file, without its extension.</param>
/// <param name="Ids">Ids of the cases that differ.</param>
/// <param name="Rule">Name of the rule; the test that applies it asks for it by this name.</param>
/// <param name="Reason">What the program does instead, in a sentence.</param>
/// <param name="Spec">Where that is required, for example <c>spec/domain.md D 21</c>.</param>
public sealed record KnownDifference(string Area, IReadOnlyList<string>? Ids, string? Rule, string Reason, string Spec);
