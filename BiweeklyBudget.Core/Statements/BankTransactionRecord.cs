using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Statements;

/// <summary>A bank transaction with its account and its statement.</summary>
/// <param name="Transaction">The bank transaction.</param>
/// <param name="Statement">The statement it was last seen in.</param>
/// <param name="AccountName">Name of the account.</param>
/// <param name="AccountAmount">The amount as the account sees it; null when the bank transaction has none.</param>
/// <param name="ReconciliationId">The reconciliation, if it is reconciled or ignored.</param>
public sealed record BankTransactionRecord(BankTransaction Transaction, Statement Statement, string? AccountName, decimal? AccountAmount, int? ReconciliationId);
