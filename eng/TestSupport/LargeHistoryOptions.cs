namespace BiweeklyBudget.TestSupport;

/// <summary>How large a made-up history is. The defaults are ten years of a busy household; more transactions are more years of it.</summary>
public sealed record LargeHistoryOptions
{
    private const int InAYear = 10_000;
    private const int FewestYears = 10;

    // Days of money are none before 1900 (docs/adr/0018): what is more than fits is in the same years.
    private const int MostYears = 117;

    private readonly int? _years;

    public int Transactions { get; init; } = 100_000;

    public int Accounts { get; init; } = 10;

    /// <summary>At least 8, of both kinds.</summary>
    public int Budgets { get; init; } = 40;

    public int Scheduled { get; init; } = 60;

    /// <summary>Up to the last day. Unless they are given, as many as leave a period no more entries than 100,000 transactions in ten years do.</summary>
    public int Years
    {
        get => _years ?? Math.Clamp((Transactions + InAYear - 1) / InAYear, FewestYears, MostYears);
        init => _years = value;
    }

    /// <summary>The last day of the history.</summary>
    public DateOnly End { get; init; } = new(2017, 7, 28);

    public int ReconciledPercent { get; init; } = 95;

    /// <summary>The same options always make the same history.</summary>
    public int Seed { get; init; } = 20170728;
}
