namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>The sums of a period's list for each periodic budget (spec/domain.md §5.2).</summary>
internal static class BudgetSums
{
    /// <summary>Adds up the entries: one element for each active periodic budget and each further periodic one they use, by id.</summary>
    public static IReadOnlyList<BudgetSum> Calculate(IEnumerable<PeriodEntry> entries, IReadOnlyDictionary<int, BudgetRow> budgets)
    {
        var tallies = new Dictionary<int, Tally>();
        foreach (var budget in budgets.Values)
        {
            if (budget.IsPeriodic && budget.IsActive)
            {
                tallies.Add(budget.Id, new Tally());
            }
        }

        foreach (var entry in entries)
        {
            Add(entry, tallies, budgets);
        }

        return [.. tallies.OrderBy(tally => tally.Key).Select(tally => tally.Value.SumOf(budgets[tally.Key]))];
    }

    private static void Add(PeriodEntry entry, Dictionary<int, Tally> tallies, IReadOnlyDictionary<int, BudgetRow> budgets)
    {
        for (var i = 0; i < entry.Budgets.Count; i++)
        {
            var share = entry.Budgets[i];
            if (Find(share.BudgetId, tallies, budgets) is not { } tally)
            {
                continue;
            }

            tally.Total += share.Amount;
            tally.Spent += entry.Kind == PeriodEntryKind.Transaction ? share.Amount : 0;
            tally.Allocated += entry.BudgetedAmount is null ? share.Amount : 0;
        }

        if (entry.BudgetedAmount is { } budgeted && entry.AllocatedBudgetId is { } id && Find(id, tallies, budgets) is { } planned)
        {
            planned.Allocated += budgeted;
        }
    }

    private static Tally? Find(int budgetId, Dictionary<int, Tally> tallies, IReadOnlyDictionary<int, BudgetRow> budgets)
    {
        if (tallies.TryGetValue(budgetId, out var tally))
        {
            return tally;
        }

        if (!budgets.TryGetValue(budgetId, out var budget) || !budget.IsPeriodic)
        {
            return null;
        }

        return tallies[budgetId] = new Tally();
    }

    private sealed class Tally
    {
        public decimal Allocated { get; set; }

        public decimal Spent { get; set; }

        public decimal Total { get; set; }

        public BudgetSum SumOf(BudgetRow budget)
        {
            var remaining = budget.StartingBalance - Math.Max(Total, Allocated);
            return new BudgetSum(budget.Id, budget.Name, budget.IsIncome, budget.IsActive, budget.StartingBalance, Allocated, Spent, Total, budget.IsIncome ? Math.Abs(remaining) : remaining);
        }
    }
}
