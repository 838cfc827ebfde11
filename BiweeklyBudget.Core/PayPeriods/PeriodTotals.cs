namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>The figures of a pay period over all its periodic budgets.</summary>
/// <param name="Income">Of each budget that holds income, the larger of what came in or is scheduled and what it is granted; 0 or greater.</param>
/// <param name="Allocated">Of each other budget, the larger of what is planned and what it is granted.</param>
/// <param name="Spent">Of the other budgets, what was spent.</param>
/// <param name="Remaining">
/// <paramref name="Income"/> less, in a past period, <paramref name="Spent"/>; less, in another, what is committed: of each budget the larger of its splits with the open
/// scheduled entries and what it is granted. Negative when more is gone or committed than there is.
/// </param>
public sealed record PeriodTotals(decimal Income, decimal Allocated, decimal Spent, decimal Remaining)
{
    /// <summary>Adds up the sums of the budgets.</summary>
    internal static PeriodTotals Of(IEnumerable<BudgetSum> budgets, bool isPast)
    {
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
