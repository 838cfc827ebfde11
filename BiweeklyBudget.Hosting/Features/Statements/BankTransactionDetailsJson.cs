using BiweeklyBudget.Core.Statements;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>One bank transaction with its statement (spec/http-api.md §13.3).</summary>
internal sealed record BankTransactionDetailsJson(string? AcctName, int AcctId, decimal? AccountAmount, StatementJson Stmt, NamedBankTransactionJson Txn)
{
    public static BankTransactionDetailsJson Of(BankTransactionRecord record) =>
        new(record.AccountName, record.Transaction.AccountId, record.AccountAmount, StatementJson.Of(record.Statement), NamedBankTransactionJson.Of(record));
}
