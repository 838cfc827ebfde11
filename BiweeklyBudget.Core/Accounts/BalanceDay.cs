namespace BiweeklyBudget.Core.Accounts;

/// <summary>The ledgers of all accounts at the end of one UTC day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Ledgers">One value for each name of the chart, in their order; null before an account's first balance.</param>
public sealed record BalanceDay(DateOnly Date, IReadOnlyList<decimal?> Ledgers);
