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

    public required string Account { get; init; }

    public required string Budget { get; init; }

    public required string? RecurrenceStr { get; init; }

    public required string? ScheduleType { get; init; }

    [JsonPropertyName("DT_RowData")]
    public required Extras RowData { get; init; }

    public static ScheduledRowJson Of(ScheduledRecord record) => new()
    {
        IsActive = record.Scheduled.IsActive,
        Amount = record.Scheduled.Amount,
        SalesTax = record.Scheduled.SalesTax,
        Description = record.Scheduled.Description,
        Account = string.Create(CultureInfo.InvariantCulture, $"{record.AccountName} ({record.Scheduled.AccountId})"),
        Budget = string.Create(CultureInfo.InvariantCulture, $"{record.BudgetName}{(record.IsIncome ? " (income)" : "")} ({record.Scheduled.BudgetId})"),
        RecurrenceStr = record.Schedule.Describe(),
        ScheduleType = record.Schedule.TypeName,
        RowData = new Extras(record.Scheduled.AccountId, record.Scheduled.BudgetId, record.Scheduled.Id),
    };

    /// <summary>What a row carries for scripts.</summary>
    internal sealed record Extras(int? AcctId, int? BudgetId, int Id);
}
