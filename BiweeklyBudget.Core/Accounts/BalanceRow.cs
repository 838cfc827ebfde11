namespace BiweeklyBudget.Core.Accounts;

/// <summary>A stored balance as the chart needs it.</summary>
internal sealed record BalanceRow(int Id, int AccountId, DateTime OverallDate, decimal? Ledger);
