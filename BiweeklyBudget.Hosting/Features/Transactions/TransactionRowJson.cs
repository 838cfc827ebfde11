using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Hosting.Features.Transactions;

/// <summary>A row of the table of transactions (spec/http-api.md §5).</summary>
internal sealed record TransactionRowJson
{
    public required DateOnly? Date { get; init; }

    public required decimal Amount { get; init; }

    public required string Description { get; init; }

    [Description("Name, and id in brackets.")]
    public required string Account { get; init; }

    [Description("Id of the scheduled transaction that it comes from.")]
    public required int? Scheduled { get; init; }

    public required decimal? BudgetedAmount { get; init; }

    public required decimal SalesTax { get; init; }

    public required int? ReconcileId { get; init; }

    [JsonPropertyName("DT_RowData")]
    public required Extras RowData { get; init; }

    public static TransactionRowJson Of(TransactionDetails details) => new()
    {
        Date = details.Date,
        Amount = details.Amount,
        Description = details.Description,
        Account = string.Create(CultureInfo.InvariantCulture, $"{details.AccountName} ({details.AccountId})"),
        Scheduled = details.ScheduledTransactionId,
        BudgetedAmount = details.BudgetedAmount,
        SalesTax = details.SalesTax,
        ReconcileId = details.ReconciliationId,
        RowData = new Extras(details.AccountId, details.Id, SplitJson.ListOf(details.Splits)),
    };

    /// <summary>What a row carries for scripts.</summary>
    internal sealed record Extras(int? AcctId, int Id, IReadOnlyList<SplitJson> Budgets);
}
