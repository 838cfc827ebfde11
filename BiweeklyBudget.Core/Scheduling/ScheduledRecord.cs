using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Scheduling;

/// <summary>A scheduled transaction with the names that belong to it.</summary>
/// <param name="Scheduled">The row.</param>
/// <param name="AccountName">Name of its account.</param>
/// <param name="BudgetName">Name of its budget.</param>
/// <param name="IsIncome">Whether the budget is income.</param>
public sealed record ScheduledRecord(ScheduledTransaction Scheduled, string? AccountName, string? BudgetName, bool IsIncome)
{
    /// <summary>When it recurs.</summary>
    public Schedule Schedule => StoredSchedule.Of(Scheduled);
}
