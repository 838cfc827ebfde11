namespace BiweeklyBudget.Core.Finding;

/// <summary>What a text means: a transaction that it describes, and what it finds.</summary>
/// <param name="Typed">The transaction that the text describes; null when it describes none.</param>
/// <param name="Records">What it finds: accounts, budgets, pay periods, then transactions, the latest first.</param>
public sealed record Findings(TypedTransaction? Typed, IReadOnlyList<FoundRecord> Records);
