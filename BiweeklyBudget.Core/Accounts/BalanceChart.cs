namespace BiweeklyBudget.Core.Accounts;

/// <summary>The history of all accounts' balances.</summary>
/// <param name="Names">Names of all accounts, in ordinal order; empty when there is no balance at all.</param>
/// <param name="Days">Every UTC day with any balance, ascending; of more than <see cref="MostDays"/>, every few-th one and the last.</param>
/// <param name="Together">How many days with a balance lie from point to point: 1, unless there were more than <see cref="MostDays"/>.</param>
public sealed record BalanceChart(IReadOnlyList<string> Names, IReadOnlyList<BalanceChart.Day> Days, int Together = 1)
{
    /// <summary>Most days of a chart: more points than a screen has. With more it is drawn coarser, so that it never grows beyond what a browser can draw.</summary>
    public const int MostDays = 1000;

    /// <summary>The ledgers of all accounts at the end of one UTC day.</summary>
    /// <param name="Date">The day.</param>
    /// <param name="Ledgers">One value for each name of the chart, in their order; null before an account's first balance.</param>
    public sealed record Day(DateOnly Date, IReadOnlyList<decimal?> Ledgers);
}
