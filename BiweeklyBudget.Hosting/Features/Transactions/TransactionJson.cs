using System.ComponentModel;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Hosting.Features.Transactions;

/// <summary>All fields of a transaction (spec/http-api.md §3) with its split list.</summary>
internal record TransactionJson
{
    public required int Id { get; init; }

    public required DateOnly? Date { get; init; }

    [Description("What was planned, for one that was scheduled or is a transfer.")]
    public required decimal? BudgetedAmount { get; init; }

    public required string Description { get; init; }

    public required string? Notes { get; init; }

    public required int? AccountId { get; init; }

    public required int? ScheduledTransId { get; init; }

    public required int? PlannedBudgetId { get; init; }

    [Description("The other side of a transfer.")]
    public required int? TransferId { get; init; }

    [Description("Contained in the amount.")]
    public required decimal SalesTax { get; init; }

    [Description("The sum of its shares.")]
    public required decimal ActualAmount { get; init; }

    [Description("Its shares, the greatest first.")]
    public required IReadOnlyList<SplitJson> Budgets { get; init; }

    public static TransactionJson Of(TransactionDetails details) => new()
    {
        Id = details.Id,
        Date = details.Date,
        BudgetedAmount = details.BudgetedAmount,
        Description = details.Description,
        Notes = details.Notes,
        AccountId = details.AccountId,
        ScheduledTransId = details.ScheduledTransactionId,
        PlannedBudgetId = details.PlannedBudgetId,
        TransferId = details.TransferId,
        SalesTax = details.SalesTax,
        ActualAmount = details.Amount,
        Budgets = SplitJson.ListOf(details.Splits),
    };
}
