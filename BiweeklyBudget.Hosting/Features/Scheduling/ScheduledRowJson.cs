using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using BiweeklyBudget.Core.Scheduling;

namespace BiweeklyBudget.Hosting.Features.Scheduling;

/// <summary>A row of the table of scheduled transactions (spec/http-api.md §5).</summary>
internal sealed record ScheduledRowJson
{
    public required bool? IsActive { get; init; }

    public required decimal Amount { get; init; }

    public required decimal SalesTax { get; init; }

    public required string Description { get; init; }

    [Description("Name, and id in brackets.")]
    public required string Account { get; init; }

    public required string Budget { get; init; }

    [Description("In words.")]
    public required string? RecurrenceStr { get; init; }

    [Description("date, monthly, per period, weekly or annual.")]
    public required string? ScheduleType { get; init; }

    [JsonPropertyName("DT_RowData")]
    public required Extras RowData { get; init; }

    public static ScheduledRowJson Of(ScheduledDetails details) => new()
    {
        IsActive = details.IsActive,
        Amount = details.Amount,
        SalesTax = details.SalesTax,
        Description = details.Description,
        Account = string.Create(CultureInfo.InvariantCulture, $"{details.AccountName} ({details.AccountId})"),
        Budget = string.Create(CultureInfo.InvariantCulture, $"{details.BudgetName}{(details.IsIncome ? " (income)" : "")} ({details.BudgetId})"),
        RecurrenceStr = details.Schedule.Describe(),
        ScheduleType = details.Schedule.TypeName,
        RowData = new Extras(details.AccountId, details.BudgetId, details.Id),
    };

    /// <summary>What a row carries for scripts.</summary>
    internal sealed record Extras(int? AcctId, int? BudgetId, int Id);
}
