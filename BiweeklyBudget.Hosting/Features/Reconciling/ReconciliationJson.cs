using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Hosting.Features.Statements;
using BiweeklyBudget.Hosting.Features.Transactions;

namespace BiweeklyBudget.Hosting.Features.Reconciling;

/// <summary>A reconciliation with both of its sides (spec/http-api.md §12.2).</summary>
internal sealed record ReconciliationJson(
    ReconciliationJson.RowJson Reconcile,
    TransactionJson? Transaction,
    BankTransactionJson? OfxTrans,
    StatementJson? OfxStmt,
    int? AcctId,
    string? AcctName)
{
    public static ReconciliationJson Of(ReconciliationDetails details) => new(
        new RowJson(
            details.Id,
            details.TransactionId,
            details.BankFitId,
            details.BankAccountId,
            details.RuleId,
            details.Note,
            details.ReconciledAt),
        details.Transaction is { } transaction ? TransactionJson.Of(transaction) : null,
        details.BankTransaction is { } bankTransaction ? BankTransactionJson.Of(bankTransaction) : null,
        details.BankTransaction?.Statement is { } statement ? StatementJson.Of(statement) : null,
        details.AccountId,
        details.AccountName);

    /// <summary>All fields of the row (spec/http-api.md §3, TxnReconcile).</summary>
    internal sealed record RowJson(int Id, int? TxnId, string? OfxFitid, int? OfxAccountId, int? RuleId, string? Note, DateTime? ReconciledAt);
}
