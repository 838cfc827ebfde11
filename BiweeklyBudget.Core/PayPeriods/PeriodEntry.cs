using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>One line of a pay period: a transaction, or an open occurrence of a scheduled transaction.</summary>
public sealed record PeriodEntry
{
    /// <summary>Which of the two it is.</summary>
    public required PeriodEntryKind Kind { get; init; }

    /// <summary>Id of the transaction or of the scheduled transaction. A scheduled one has a line for each of its open occurrences.</summary>
    public required int Id { get; init; }

    /// <summary>Date of the transaction, or the day on which the scheduled one is due; null for one that occurs so many times in each pay period, on any day.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>How the scheduled transaction recurs; null for a transaction.</summary>
    public ScheduleType? ScheduleType { get; init; }

    /// <summary>The scheduled transaction that a transaction was made from; null for one that was not, and for scheduled entries.</summary>
    public int? ScheduledTransactionId { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>Sum of the transaction's splits, or the scheduled amount; expenses positive, income negative.</summary>
    public required decimal Amount { get; init; }

    /// <summary>What the transaction had been planned to cost; null when nothing was planned, and for scheduled entries.</summary>
    public decimal? BudgetedAmount { get; init; }

    /// <summary>The account; null on rows of other programs that name none.</summary>
    public int? AccountId { get; init; }

    /// <summary>The account's name; null where there is no account.</summary>
    public string? AccountName { get; init; }

    /// <summary>What each budget has of it, the largest share first; several splits of one budget are one share.</summary>
    public IReadOnlyList<BudgetShare> Budgets { get; init; } = [];

    /// <summary>The reconciliation; null when the transaction is not reconciled, and for scheduled entries.</summary>
    public int? ReconciliationId { get; init; }

    /// <summary>The budget that the transaction had been planned on; null when none was named.</summary>
    public int? PlannedBudgetId { get; init; }

    /// <summary>That budget's name.</summary>
    public string? PlannedBudgetName { get; init; }

    /// <summary>The recurrence in words, for example <c>Every Monday</c>; empty for a transaction.</summary>
    public string Recurrence { get; init; } = "";

    /// <summary>How many of the schedule's occurrences in the period are still open; 0 for a transaction.</summary>
    public int Remaining { get; init; }

    /// <summary>How often the schedule occurs in the period, converted and skipped occurrences included; 0 for a transaction.</summary>
    public int Planned { get; init; }

    /// <summary>The part of the amount that is sales tax; 0 when none is known.</summary>
    public decimal SalesTax { get; init; }

    /// <summary>Notes; null when there are none.</summary>
    public string? Notes { get; init; }

    /// <summary>Whether it stands in for an occurrence of a scheduled transaction that was skipped.</summary>
    public bool IsSkipped => Kind == PeriodEntryKind.Transaction && SkippedTitle.IsSkipped(Description, ScheduledTransactionId);

    /// <summary>What a person calls it: the description, of a transfer and of a payment for fuel without ids; of what stands in for a skipped occurrence <c>Skipped: Coffee (any day)</c>.</summary>
    public string Title => Kind == PeriodEntryKind.Transaction ? TransactionTitle.Of(Description, ScheduledTransactionId, ScheduledDescription, ScheduledTimes) : Description;

    /// <summary>Whether it is planned for a day that has come.</summary>
    /// <param name="today">Today.</param>
    /// <returns>False for what was made already, and for what is due on any day of the period.</returns>
    public bool IsDue(DateOnly today) => Kind == PeriodEntryKind.Scheduled && Date <= today;

    /// <summary>
    /// The budget that <see cref="BudgetedAmount"/> counts for: the planned one or, if there is none, that of the transaction's
    /// first split (spec/domain.md §5.2).
    /// </summary>
    internal int? AllocatedBudgetId { get; init; }

    /// <summary>What the scheduled transaction is that a transaction was made from.</summary>
    internal string? ScheduledDescription { get; init; }

    /// <summary>How often that one occurs in each period; null for one that has its days.</summary>
    internal int? ScheduledTimes { get; init; }
}
