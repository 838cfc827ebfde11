namespace BiweeklyBudget.Core.Accounts;

/// <summary>The history of all accounts' balances.</summary>
/// <param name="Names">Names of all accounts, in ordinal order; empty when there is no balance at all.</param>
/// <param name="Days">Every UTC day with any balance, ascending.</param>
public sealed record BalanceChart(IReadOnlyList<string> Names, IReadOnlyList<BalanceChart.Day> Days)
{
    /// <summary>The ledgers of all accounts at the end of one UTC day.</summary>
    /// <param name="Date">The day.</param>
    /// <param name="Ledgers">One value for each name of the chart, in their order; null before an account's first balance.</param>
    public sealed record Day(DateOnly Date, IReadOnlyList<decimal?> Ledgers);
}
