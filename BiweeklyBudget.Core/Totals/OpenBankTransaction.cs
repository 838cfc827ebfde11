namespace BiweeklyBudget.Core.Totals;

/// <summary>Names a bank transaction that waits to be reconciled.</summary>
/// <param name="AccountId">Its account.</param>
/// <param name="FitId">The bank's id for it; compared exactly.</param>
internal readonly record struct OpenBankTransaction(int AccountId, string FitId);
