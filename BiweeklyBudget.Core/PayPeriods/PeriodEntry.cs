using BiweeklyBudget.Core.Calendar;

namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>One line of a period's list: a transaction, or an open occurrence of a scheduled transaction (spec/domain.md §5.1).</summary>
public sealed record PeriodEntry
{
    /// <summary>Transaction or scheduled.</summary>
    public required PeriodEntryKind Kind { get; init; }

    /// <summary>Id of the transaction, or of the scheduled transaction.</summary>
    public required int Id { get; init; }

    /// <summary>The date shown; null for a schedule that occurs so many times per period.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Type of the schedule; null for a transaction.</summary>
    public ScheduleType? ScheduleType { get; init; }

    /// <summary>The scheduled transaction that a transaction was made from; null when none, and for scheduled entries.</summary>
    public int? ScheduledTransactionId { get; init; }

    /// <summary>Description.</summary>
    public required string Description { get; init; }

    /// <summary>Sum of the transaction's splits, or the scheduled amount; expenses positive.</summary>
    public required decimal Amount { get; init; }

    /// <summary>What had been planned for the transaction; null when nothing was, and for scheduled entries.</summary>
    public decimal? BudgetedAmount { get; init; }

    /// <summary>The account; null when none is set.</summary>
    public int? AccountId { get; init; }

    /// <summary>The account's name.</summary>
    public string? AccountName { get; init; }

    /// <summary>Shares of the budgets, largest amount first.</summary>
    public IReadOnlyList<EntryBudget> Budgets { get; init; } = [];

    /// <summary>The reconciliation; null when the transaction is not reconciled.</summary>
    public int? ReconciliationId { get; init; }

    /// <summary>The budget that the transaction was planned on; null when none.</summary>
    public int? PlannedBudgetId { get; init; }

    /// <summary>That budget's name.</summary>
    public string? PlannedBudgetName { get; init; }

    /// <summary>Short text of the schedule, for example <c>Every Monday</c>; empty for a transaction.</summary>
    public string Recurrence { get; init; } = "";

    /// <summary>How many of the schedule's occurrences in the period are still open; 0 for a transaction.</summary>
    public int Remaining { get; init; }

    /// <summary>How often the schedule occurs in the period; 0 for a transaction.</summary>
    public int Planned { get; init; }

    /// <summary>Sales tax.</summary>
    public decimal SalesTax { get; init; }

    /// <summary>Notes.</summary>
    public string? Notes { get; init; }

    /// <summary>
    /// The budget that <see cref="BudgetedAmount"/> counts for: the planned one or, if there is none, that of the transaction's
    /// first split (spec/domain.md §5.2).
    /// </summary>
    internal int? AllocatedBudgetId { get; init; }
}
