namespace BiweeklyBudget.Core.Scheduling;

/// <summary>An occurrence of a scheduled transaction, to be made or skipped along with others.</summary>
/// <param name="ScheduledId">The scheduled transaction.</param>
/// <param name="Date">The day of the transaction that is made of it, within the pay period. Skipping asks for no day.</param>
/// <param name="Amount">What it cost: positive for an expense, negative for income, never 0. Skipping asks for no amount.</param>
public sealed record PlannedOccurrence(int ScheduledId, DateOnly Date, decimal Amount);
