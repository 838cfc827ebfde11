using BiweeklyBudget.Core.Statements;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>What a transaction is to be reconciled with: a bank transaction, or a note that says why there is none; the note may be left out.</summary>
/// <param name="TransactionId">The transaction.</param>
/// <param name="BankTransaction">The bank transaction; null when there is none.</param>
/// <param name="Note">The note, at most 254 characters; null when there is none.</param>
public sealed record ReconciledTransaction(int TransactionId, BankTransactionKey? BankTransaction = null, string? Note = null);
