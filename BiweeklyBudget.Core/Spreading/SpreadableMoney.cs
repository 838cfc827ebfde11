using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.PayPeriods;

namespace BiweeklyBudget.Core.Spreading;

/// <summary>What is left over in a pay period, and where it can go (docs/adr/0038).</summary>
/// <param name="Period">The pay period.</param>
/// <param name="IsPast">Whether it ended before today (UTC). What its periodic budgets did not spend is then a part of what is left over.</param>
/// <param name="LeftOver">What remains of it (<see cref="PeriodTotals.Remaining"/>); negative when more is gone or committed than there is.</param>
/// <param name="OffIncome">How much can be taken off the income: what came in, or is scheduled, beyond what income budgets are granted. The grant itself counts whatever comes in (spec/domain.md §5.3).</param>
/// <param name="Budgets">The active budgets for expenses, periodic before standing, by id.</param>
public sealed record SpreadableMoney(PayPeriod Period, bool IsPast, decimal LeftOver, decimal OffIncome, IReadOnlyList<SpreadableBudget> Budgets)
{
    /// <summary>How much can be spread without charging a budget.</summary>
    public decimal Uncharged => OffIncome + (IsPast ? Budgets.Sum(budget => budget.Takeable) : 0m);

    /// <summary>Income budgets that something can be taken off, the most first.</summary>
    internal IReadOnlyList<SpreadSource> Incomes { get; init; } = [];

    /// <summary>Works it out from the figures of a period and the active standing budgets.</summary>
    internal static SpreadableMoney Of(PayPeriodFigures figures, IEnumerable<BudgetRow> standing)
    {
        var active = figures.Budgets.Where(budget => budget.IsActive).ToList();
        SpreadSource[] incomes = [.. active.Where(budget => budget.IsIncome).Select(OffIncomeOf).Where(income => income.Amount > 0).OrderByDescending(income => income.Amount).ThenBy(income => income.Id)];
        return new SpreadableMoney(
            figures.Period,
            figures.IsPast,
            figures.Totals.Remaining,
            incomes.Sum(income => income.Amount),
            [
                .. active.Where(budget => !budget.IsIncome).Select(budget => Periodic(budget, figures.IsPast)),
                .. standing.OrderBy(budget => budget.Id).Select(budget => new SpreadableBudget(budget.Id, budget.Name, IsStanding: true, budget.CurrentBalance, Overspent: 0m, IsTarget: true, IsChargeable: false)),
            ])
        {
            Incomes = incomes,
        };
    }

    // income = max(|trans_total|, |budget_amount|): it falls along with trans_total down to the grant, and no further.
    private static SpreadSource OffIncomeOf(BudgetSum budget) => new(budget.BudgetId, budget.Name, Math.Max(0m, -budget.TransactionTotal - Math.Abs(budget.Amount)));

    // Of a past period what was spent counts, of another one max(trans_total, budget_amount).
    private static SpreadableBudget Periodic(BudgetSum budget, bool isPast) => new(
        budget.BudgetId, budget.Name, IsStanding: false, budget.Remaining, isPast ? 0m : Math.Max(0m, budget.TransactionTotal - budget.Amount), IsTarget: !isPast, IsChargeable: isPast || budget.TransactionTotal >= budget.Amount);
}
