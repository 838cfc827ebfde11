using BiweeklyBudget.Core.Statements;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>A bank transaction that is to count as reconciled without a transaction.</summary>
/// <param name="BankTransaction">The bank transaction.</param>
/// <param name="Note">Why, at most 254 characters; null when nobody said.</param>
public sealed record IgnoredBankTransaction(BankTransactionKey BankTransaction, string? Note = null);
