namespace BiweeklyBudget.Core.Scheduling;

/// <summary>
/// An occurrence of a scheduled transaction that has happened: a transaction is made of it, on the schedule's account and budget, which keeps what was planned beside what
/// it is. The schedule itself stays. The same conversion again is refused, one that differs in anything is not, however often the schedule occurs.
/// </summary>
public sealed record Conversion
{
    /// <summary>The scheduled transaction.</summary>
    public required int ScheduledId { get; init; }

    /// <summary>The day of the transaction, from the year 1000 on.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Any day of the pay period whose occurrence it is: the date must lie in that period. Null when it may lie anywhere.</summary>
    public DateOnly? PeriodDay { get; init; }

    /// <summary>What it cost: positive for an expense, negative for income, never 0; four decimals, up to 99,999,999,999,999.9999.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Sales tax contained in the amount.</summary>
    public decimal SalesTax { get; init; }

    /// <summary>What it is, 1 to 254 characters.</summary>
    public required string Description { get; init; }

    /// <summary>Notes, at most 254 characters.</summary>
    public string Notes { get; init; } = "";
}
