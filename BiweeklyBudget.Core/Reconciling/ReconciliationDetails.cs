using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>A reconciliation with all that belongs to it (spec/http-api.md §12.2, spec/ui.md §9.5).</summary>
/// <param name="Reconciliation">The row.</param>
/// <param name="Transaction">Its transaction; null when a bank transaction was ignored (D 18).</param>
/// <param name="BankTransaction">Its bank transaction; null when there is none.</param>
/// <param name="Statement">The statement that held the bank transaction last.</param>
/// <param name="AccountId">Account of the bank transaction, or of the transaction when there is none.</param>
/// <param name="AccountName">Its name.</param>
public sealed record ReconciliationDetails(
    Reconciliation Reconciliation,
    TransactionDetails? Transaction,
    BankTransaction? BankTransaction,
    Statement? Statement,
    int? AccountId,
    string? AccountName);
