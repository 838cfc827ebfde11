using System.Diagnostics.CodeAnalysis;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Hosting.Features.Statements;

namespace BiweeklyBudget.Hosting.Features.Reconciling;

/// <summary>A bank transaction with its account and the amount in the account's books (spec/http-api.md §12.2).</summary>
internal sealed record UnreconciledBankTransactionJson : BankTransactionJson
{
    [SetsRequiredMembers]
    private UnreconciledBankTransactionJson(BankTransactionJson row, UnreconciledBankTransaction transaction)
        : base(row) => (AccountName, AccountAmount) = (transaction.AccountName, transaction.AccountAmount);

    public string AccountName { get; }

    public decimal AccountAmount { get; }

    public static UnreconciledBankTransactionJson Of(UnreconciledBankTransaction transaction) => new(Of(transaction.Row), transaction);
}
