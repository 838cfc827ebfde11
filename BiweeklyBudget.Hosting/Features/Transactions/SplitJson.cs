using BiweeklyBudget.Core.Budgets;

namespace BiweeklyBudget.Hosting.Features.Transactions;

/// <summary>An element of a split list (spec/http-api.md §3).</summary>
internal sealed record SplitJson(string Name, int Id, decimal Amount, bool IsIncome)
{
    /// <summary>The split list of a transaction.</summary>
    public static IReadOnlyList<SplitJson> ListOf(IEnumerable<BudgetShare> splits) =>
        [.. splits.Select(split => new SplitJson(split.BudgetName, split.BudgetId, split.Amount, split.IsIncome))];
}
