namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>A periodic budget (granted afresh each pay period) or a standing one (carried forever). Table <c>budgets</c>.</summary>
internal sealed class Budget
{
    /// <summary>Primary key.</summary>
    public int Id { get; set; }

    /// <summary>True: resets every pay period; false or null: standing.</summary>
    public bool? IsPeriodic { get; set; } = true;

    /// <summary>Unique name, at most 50 characters.</summary>
    public string? Name { get; set; }

    /// <summary>At most 254 characters.</summary>
    public string? Description { get; set; }

    /// <summary>Amount per pay period of a periodic budget.</summary>
    public decimal? StartingBalance { get; set; }

    /// <summary>Running balance of a standing budget; changed relative to its stored value only.</summary>
    public decimal? CurrentBalance { get; set; }

    /// <summary>Whether the budget is in use; null counts as inactive.</summary>
    public bool? IsActive { get; set; } = true;

    /// <summary>Whether the budget is income; null counts as expense.</summary>
    public bool? IsIncome { get; set; } = false;

    /// <summary>Left out of the spending charts when not exactly false. Column <c>omit_from_graphs</c>.</summary>
    public bool? IsOmittedFromGraphs { get; set; } = false;
}
