using System.Diagnostics.CodeAnalysis;
using BiweeklyBudget.Core.Statements;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>
/// A bank transaction with its account's name and the amount as the account sees it (spec/http-api.md §13.3). The statement
/// stands here, too: upstream put it here by accident, and recorded answers have it.
/// </summary>
internal sealed record NamedBankTransactionJson : BankTransactionJson
{
    [SetsRequiredMembers]
    private NamedBankTransactionJson(BankTransactionDetails details)
        : base(BankTransactionJson.Of(details)) => (AccountName, AccountAmount, Statement) = (details.AccountName, details.AccountAmount, NestedStatementJson.Of(details.Statement!));

    public string? AccountName { get; }

    public decimal? AccountAmount { get; }

    public NestedStatementJson Statement { get; }

    public static new NamedBankTransactionJson Of(BankTransactionDetails details) => new(details);
}
