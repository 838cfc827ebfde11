namespace BiweeklyBudget.Core.Budgets;

/// <summary>A standing budget with all items of one price that its projects still need; without price and quantity when none do.</summary>
internal sealed record StandingBudgetRow(int Id, string? Name, decimal? Balance, decimal? UnitCost, long? Quantity);
