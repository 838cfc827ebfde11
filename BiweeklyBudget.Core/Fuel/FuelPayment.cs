namespace BiweeklyBudget.Core.Fuel;

/// <summary>How a fill was paid: a transaction of its total cost is made together with it.</summary>
/// <param name="AccountId">The account that it was paid from.</param>
/// <param name="BudgetId">The budget that it belongs to, which must be in use.</param>
public sealed record FuelPayment(int AccountId, int BudgetId);
