using BiweeklyBudget.Core.Scheduling;

namespace BiweeklyBudget.Hosting.Features.Scheduling;

/// <summary>All fields of a scheduled transaction (spec/http-api.md §3) with the names of its account and budget.</summary>
internal sealed record ScheduledJson
{
    public required int Id { get; init; }

    public required decimal Amount { get; init; }

    public required decimal SalesTax { get; init; }

    public required string Description { get; init; }

    public required string? Notes { get; init; }

    public required int? AccountId { get; init; }

    public required string? AccountName { get; init; }

    public required int? BudgetId { get; init; }

    public required string? BudgetName { get; init; }

    public required bool? IsActive { get; init; }

    public required DateOnly? Date { get; init; }

    public required int? DayOfMonth { get; init; }

    public required int? NumPerPeriod { get; init; }

    public required int? DayOfWeek { get; init; }

    public required int? AnnualMonth { get; init; }

    public required int? AnnualDay { get; init; }

    public static ScheduledJson Of(ScheduledRecord record) => new()
    {
        Id = record.Scheduled.Id,
        Amount = record.Scheduled.Amount,
        SalesTax = record.Scheduled.SalesTax,
        Description = record.Scheduled.Description,
        Notes = record.Scheduled.Notes,
        AccountId = record.Scheduled.AccountId,
        AccountName = record.AccountName,
        BudgetId = record.Scheduled.BudgetId,
        BudgetName = record.BudgetName,
        IsActive = record.Scheduled.IsActive,
        Date = record.Scheduled.Date,
        DayOfMonth = record.Scheduled.DayOfMonth,
        NumPerPeriod = record.Scheduled.NumberPerPeriod,
        DayOfWeek = record.Scheduled.DayOfWeek,
        AnnualMonth = record.Scheduled.AnnualMonth,
        AnnualDay = record.Scheduled.AnnualDay,
    };
}
