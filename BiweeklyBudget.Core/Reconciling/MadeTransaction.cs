using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>A transaction that is made from a bank transaction: added and reconciled with it in one go, or not at all.</summary>
/// <param name="Transaction">The transaction to add; its <see cref="TransactionChange.Id"/> is null. Its account and amount may differ from the bank's, with a warning.</param>
/// <param name="BankTransaction">The bank transaction.</param>
public sealed record MadeTransaction(TransactionChange Transaction, BankTransactionKey BankTransaction);
