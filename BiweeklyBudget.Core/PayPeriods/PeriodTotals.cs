namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>The figures of a period over all its periodic budgets (spec/domain.md §5.3).</summary>
/// <param name="Income">Over income budgets: the larger of what came in and what is expected.</param>
/// <param name="Allocated">Over the others: the larger of the allocated and the budget's amount.</param>
/// <param name="Spent">Over the others: what was spent.</param>
/// <param name="Remaining">Income less what was spent in a past period, less what is committed in another.</param>
public sealed record PeriodTotals(decimal Income, decimal Allocated, decimal Spent, decimal Remaining)
{
    /// <summary>Adds up the sums of the budgets.</summary>
    /// <param name="budgets">One element for each budget.</param>
    /// <param name="isPast">Whether the period ended before today.</param>
    /// <returns>The totals.</returns>
    public static PeriodTotals Of(IEnumerable<BudgetSum> budgets, bool isPast)
    {
        ArgumentNullException.ThrowIfNull(budgets);
        decimal income = 0, allocated = 0, spent = 0, committed = 0;
        foreach (var budget in budgets)
        {
            if (budget.IsIncome)
            {
                income += Math.Max(Math.Abs(budget.TransactionTotal), Math.Abs(budget.Amount));
                continue;
            }

            allocated += Math.Max(budget.Allocated, budget.Amount);
            spent += budget.Spent;
            committed += Math.Max(budget.TransactionTotal, budget.Amount);
        }

        return new PeriodTotals(income, allocated, spent, income - (isPast ? spent : committed));
    }
}
