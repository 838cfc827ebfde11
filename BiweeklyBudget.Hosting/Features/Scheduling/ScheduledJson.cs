using System.ComponentModel;
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

    [Description("How many times in a pay period.")]
    public required int? NumPerPeriod { get; init; }

    [Description("From 0 for Monday to 6 for Sunday.")]
    public required int? DayOfWeek { get; init; }

    public required int? AnnualMonth { get; init; }

    public required int? AnnualDay { get; init; }

    public static ScheduledJson Of(ScheduledDetails details) => new()
    {
        Id = details.Id,
        Amount = details.Amount,
        SalesTax = details.SalesTax,
        Description = details.Description,
        Notes = details.Notes,
        AccountId = details.AccountId,
        AccountName = details.AccountName,
        BudgetId = details.BudgetId,
        BudgetName = details.BudgetName,
        IsActive = details.IsActive,
        Date = details.Schedule.Date,
        DayOfMonth = details.Schedule.DayOfMonth,
        NumPerPeriod = details.Schedule.NumberPerPeriod,
        DayOfWeek = details.Schedule.DayOfWeek,
        AnnualMonth = details.Schedule.AnnualMonth,
        AnnualDay = details.Schedule.AnnualDay,
    };
}
