using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Hosting.Ui;

/// <summary>The budgets of a transaction as a table shows them (spec/domain.md §3, "Budget cell").</summary>
internal static class BudgetCell
{
    /// <summary>The lines of the cell.</summary>
    /// <param name="shares">The budgets and their shares.</param>
    /// <param name="money">How shares are formatted.</param>
    /// <returns>One line a budget, largest share first; with a single budget its share is not repeated.</returns>
    public static IReadOnlyList<BudgetCellLine> Lines(IReadOnlyCollection<BudgetShare> shares, MoneyFormat money) =>
        [.. shares.OrderByDescending(s => s.Amount).Select(s => new BudgetCellLine(s.BudgetId, s.BudgetName, shares.Count > 1 ? money.Format(s.Amount) : null))];
}
