namespace BiweeklyBudget.Core.Accounts;

/// <summary>A stored balance as the chart needs it.</summary>
/// <param name="Id">The row.</param>
/// <param name="AccountId">Its account.</param>
/// <param name="Date">When it was so, UTC.</param>
/// <param name="Ledger">The balance; null when the bank said none.</param>
internal sealed record BalanceRow(int Id, int AccountId, DateTime Date, decimal? Ledger);
