namespace BiweeklyBudget.Core.Accounts;

/// <summary>The history of all accounts' balances (spec/http-api.md §16).</summary>
/// <param name="Names">Names of all accounts, in ordinal order; empty when there is no balance at all.</param>
/// <param name="Days">Every UTC day with any balance, ascending.</param>
public sealed record BalanceChart(IReadOnlyList<string> Names, IReadOnlyList<BalanceDay> Days);
