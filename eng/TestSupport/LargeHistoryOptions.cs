namespace BiweeklyBudget.TestSupport;

/// <summary>How large a made-up history is. The defaults are ten years of a busy household.</summary>
public sealed record LargeHistoryOptions
{
    public int Transactions { get; init; } = 100_000;

    public int Accounts { get; init; } = 10;

    /// <summary>At least 8, of both kinds.</summary>
    public int Budgets { get; init; } = 40;

    public int Scheduled { get; init; } = 60;

    public int Years { get; init; } = 10;

    /// <summary>The last day of the history.</summary>
    public DateOnly End { get; init; } = new(2017, 7, 28);

    public int ReconciledPercent { get; init; } = 95;

    /// <summary>The same options always make the same history.</summary>
    public int Seed { get; init; } = 20170728;
}
