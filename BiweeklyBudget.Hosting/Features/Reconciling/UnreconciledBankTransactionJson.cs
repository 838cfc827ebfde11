using System.Diagnostics.CodeAnalysis;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Hosting.Features.Statements;

namespace BiweeklyBudget.Hosting.Features.Reconciling;

/// <summary>A bank transaction with its account and the amount in the account's books (spec/http-api.md §12.2).</summary>
internal sealed record UnreconciledBankTransactionJson : BankTransactionJson
{
    [SetsRequiredMembers]
    private UnreconciledBankTransactionJson(BankTransactionDetails details)
        : base(BankTransactionJson.Of(details)) => (AccountName, AccountAmount) = (details.AccountName ?? "", details.AccountAmount ?? 0m);

    public string AccountName { get; }

    public decimal AccountAmount { get; }

    public static new UnreconciledBankTransactionJson Of(BankTransactionDetails details) => new(details);
}
