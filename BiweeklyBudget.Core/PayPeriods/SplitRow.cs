namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>A split: an amount on a budget.</summary>
internal readonly record struct SplitRow(int? BudgetId, decimal Amount)
{
    /// <summary>Its id, by which splits are in order.</summary>
    public int Id { get; init; }
}
