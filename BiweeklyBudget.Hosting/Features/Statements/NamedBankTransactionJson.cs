using System.Diagnostics.CodeAnalysis;
using BiweeklyBudget.Core.Statements;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>A bank transaction with its account's name and the amount as the account sees it (spec/http-api.md §13.3).</summary>
internal sealed record NamedBankTransactionJson : BankTransactionJson
{
    [SetsRequiredMembers]
    private NamedBankTransactionJson(BankTransactionJson transaction, string? accountName, decimal? accountAmount)
        : base(transaction) => (AccountName, AccountAmount) = (accountName, accountAmount);

    public string? AccountName { get; }

    public decimal? AccountAmount { get; }

    public static NamedBankTransactionJson Of(BankTransactionRecord record) => new(Of(record.Transaction), record.AccountName, record.AccountAmount);
}
