using BiweeklyBudget.Core.Statements;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>One bank transaction with its statement (spec/http-api.md §13.3).</summary>
internal sealed record BankTransactionDetailsJson(string? AcctName, int AcctId, decimal? AccountAmount, StatementJson Stmt, NamedBankTransactionJson Txn)
{
    public static BankTransactionDetailsJson Of(BankTransactionDetails details) =>
        new(details.AccountName, details.AccountId, details.AccountAmount, StatementJson.Of(details.Statement!), NamedBankTransactionJson.Of(details));
}
