namespace BiweeklyBudget.Core.Totals;

/// <summary>A transaction that no bank transaction is matched with.</summary>
/// <param name="AccountId">Its account; null when it has none.</param>
/// <param name="Date">Its date.</param>
/// <param name="Amount">Sum of its splits; expenses positive.</param>
internal readonly record struct OpenTransaction(int? AccountId, DateOnly Date, decimal Amount);
