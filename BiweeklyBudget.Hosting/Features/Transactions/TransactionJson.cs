using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Hosting.Features.Transactions;

/// <summary>All fields of a transaction (spec/http-api.md §3) with its split list.</summary>
internal record TransactionJson
{
    public required int Id { get; init; }

    public required DateOnly? Date { get; init; }

    public required decimal? BudgetedAmount { get; init; }

    public required string Description { get; init; }

    public required string? Notes { get; init; }

    public required int? AccountId { get; init; }

    public required int? ScheduledTransId { get; init; }

    public required int? PlannedBudgetId { get; init; }

    public required int? TransferId { get; init; }

    public required decimal SalesTax { get; init; }

    public required decimal ActualAmount { get; init; }

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
