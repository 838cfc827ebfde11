using BiweeklyBudget.Core.Calendar;

namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>Everything that is shown of one period.</summary>
/// <param name="Period">The period.</param>
/// <param name="IsPast">Whether it ended before today.</param>
/// <param name="Entries">Transactions and open scheduled entries, in the order of spec/domain.md §5.1.</param>
/// <param name="Budgets">Figures of the periodic budgets, by id.</param>
/// <param name="Totals">Figures of the period.</param>
public sealed record PayPeriodView(PayPeriod Period, bool IsPast, IReadOnlyList<PeriodEntry> Entries, IReadOnlyList<BudgetSum> Budgets, PeriodTotals Totals);
