using BiweeklyBudget.Core.Calendar;

namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>A pay period with all that happened and is planned in it, and its sums.</summary>
/// <param name="Period">The period.</param>
/// <param name="IsPast">Whether it ended before today (UTC). Of a past period counts what was spent, of another what is committed.</param>
/// <param name="Entries">Its transactions, and the scheduled ones that are still open. By date, those without one first; of one day by amount.</param>
/// <param name="Budgets">The figures of each active periodic budget and of each other periodic one that an entry uses, by id. Standing budgets have none.</param>
/// <param name="Totals">The figures of the whole period.</param>
public sealed record PayPeriodFigures(PayPeriod Period, bool IsPast, IReadOnlyList<PeriodEntry> Entries, IReadOnlyList<BudgetSum> Budgets, PeriodTotals Totals);
