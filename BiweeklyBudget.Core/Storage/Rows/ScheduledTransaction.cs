namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>A planned transaction with one of five schedules. Table <c>scheduled_transactions</c>.</summary>
internal sealed class ScheduledTransaction
{
    /// <summary>Primary key.</summary>
    public int Id { get; set; }

    /// <summary>Positive = expense, negative = income.</summary>
    public decimal Amount { get; set; }

    /// <summary>Sales tax contained in the amount.</summary>
    public decimal SalesTax { get; set; }

    /// <summary>At most 254 characters.</summary>
    public string Description { get; set; } = "";

    /// <summary>At most 254 characters.</summary>
    public string? Notes { get; set; }

    /// <summary>The account.</summary>
    public int? AccountId { get; set; }

    /// <summary>The budget.</summary>
    public int? BudgetId { get; set; }

    /// <summary>Whether it is in use; null counts as inactive.</summary>
    public bool? IsActive { get; set; } = true;

    /// <summary>One-off: the day.</summary>
    public DateOnly? Date { get; set; }

    /// <summary>Monthly: 1–28.</summary>
    public short? DayOfMonth { get; set; }

    /// <summary>Per period: times per pay period, at least 1. Column <c>num_per_period</c>.</summary>
    public short? NumberPerPeriod { get; set; }

    /// <summary>Weekly: 0 = Monday … 6 = Sunday.</summary>
    public short? DayOfWeek { get; set; }

    /// <summary>Yearly: 1–12, with <see cref="AnnualDay"/>.</summary>
    public short? AnnualMonth { get; set; }

    /// <summary>Yearly: 1–31.</summary>
    public short? AnnualDay { get; set; }
}
