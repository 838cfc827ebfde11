using BiweeklyBudget.Core.Calendar;

namespace BiweeklyBudget.Core.Scheduling;

/// <summary>A scheduled transaction to add or to change. <see cref="ScheduledDetails.ToChange"/> gives the one that changes nothing.</summary>
public sealed record ScheduledChange
{
    /// <summary>The scheduled transaction to change; null adds one.</summary>
    public int? Id { get; init; }

    /// <summary>What it is, 1 to 254 characters.</summary>
    public required string Description { get; init; }

    /// <summary>What each occurrence costs: positive for an expense, negative for income, never 0; four decimals, up to 99,999,999,999,999.9999.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Sales tax contained in the amount.</summary>
    public decimal SalesTax { get; init; }

    /// <summary>The account that it is paid from or into.</summary>
    public required int AccountId { get; init; }

    /// <summary>The budget that it belongs to; it need not be in use.</summary>
    public required int BudgetId { get; init; }

    /// <summary>Notes, at most 254 characters; null and empty say the same.</summary>
    public string? Notes { get; init; } = "";

    /// <summary>Whether it is in use: pay periods show it. Null leaves that as it is; a new one is in use then.</summary>
    public bool? IsActive { get; init; }

    /// <summary>
    /// When it recurs. A day of the month is from 1 to 28, a number for each period from 1 to 32767, a weekday from 0 (Monday) to 6, a day of the year one that
    /// exists, at least in leap years. Of several parts only those of its <see cref="Calendar.Schedule.Type"/> are stored.
    /// </summary>
    public required Schedule Schedule { get; init; }
}
