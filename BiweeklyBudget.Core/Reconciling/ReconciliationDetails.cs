using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>A reconciliation with all that belongs to it (spec/http-api.md §12.2, spec/ui.md §9.5).</summary>
/// <param name="Reconciliation">The row.</param>
/// <param name="Transaction">Its transaction without splits; null when a bank transaction was ignored (D 18).</param>
/// <param name="TransactionAccountName">Name of the transaction's account; null without one.</param>
/// <param name="Budgets">The transaction's shares by budget, the largest amount first.</param>
/// <param name="BankTransaction">Its bank transaction; null when there is none.</param>
/// <param name="Statement">The statement that held the bank transaction last.</param>
/// <param name="AccountId">Account of the bank transaction, or of the transaction when there is none.</param>
/// <param name="AccountName">Its name.</param>
public sealed record ReconciliationDetails(
    Reconciliation Reconciliation,
    Transaction? Transaction,
    string? TransactionAccountName,
    IReadOnlyList<EntryBudget> Budgets,
    BankTransaction? BankTransaction,
    Statement? Statement,
    int? AccountId,
    string? AccountName);
