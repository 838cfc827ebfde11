namespace BiweeklyBudget.Core.Scheduling;

/// <summary>
/// An occurrence of a scheduled transaction that does not happen: a transaction of 0 on the first day of its pay period stands in for it, reconciled at once. The schedule
/// itself stays. When nothing of the schedule is open in the period any more, the same skip again is refused; one with other notes is not.
/// </summary>
public sealed record Skip
{
    /// <summary>The scheduled transaction.</summary>
    public required int ScheduledId { get; init; }

    /// <summary>Any day of the pay period, from the year 1000 on.</summary>
    public required DateOnly PeriodDay { get; init; }

    /// <summary>Why it is skipped, 1 to 254 characters.</summary>
    public required string Notes { get; init; }
}
