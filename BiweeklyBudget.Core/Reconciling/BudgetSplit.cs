using BiweeklyBudget.Core.PayPeriods;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>A split with its budget as a query reads it, all null when a transaction has none.</summary>
internal sealed class BudgetSplit
{
    public int? BudgetId { get; init; }

    public string? Name { get; init; }

    public decimal? Amount { get; init; }

    public bool? IsIncome { get; init; }

    /// <summary>The splits summed by budget, the largest amount first.</summary>
    public static IReadOnlyList<EntryBudget> Shares(IEnumerable<BudgetSplit> splits) =>
    [
        .. splits.Where(split => split.Amount is not null)
            .GroupBy(split => split.BudgetId ?? 0)
            .Select(budget => new EntryBudget(budget.Key, budget.First().Name ?? "", budget.Sum(split => split.Amount!.Value), budget.First().IsIncome == true))
            .OrderByDescending(share => share.Amount).ThenBy(share => share.Id),
    ];
}
