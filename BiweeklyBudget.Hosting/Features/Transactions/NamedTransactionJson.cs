using System.Diagnostics.CodeAnalysis;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Hosting.Features.Transactions;

/// <summary>A transaction with the name of its account (spec/http-api.md §7.2, §12.2).</summary>
internal sealed record NamedTransactionJson : TransactionJson
{
    [SetsRequiredMembers]
    private NamedTransactionJson(TransactionJson transaction, string? accountName)
        : base(transaction) => AccountName = accountName;

    public string? AccountName { get; }

    public static new NamedTransactionJson Of(TransactionDetails details) => new(TransactionJson.Of(details), details.AccountName);
}
