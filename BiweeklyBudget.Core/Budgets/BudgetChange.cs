namespace BiweeklyBudget.Core.Budgets;

/// <summary>A budget to add or to change. <see cref="BudgetDetails.ToChange"/> gives the one that changes nothing.</summary>
public sealed record BudgetChange
{
    /// <summary>The budget to change; null adds one.</summary>
    public int? Id { get; init; }

    /// <summary>Its name, 1 to 50 characters; no other budget has it, ignoring case.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for, at most 254 characters; null as rows of other programs may have it.</summary>
    public string? Description { get; init; } = "";

    /// <summary>How its money lasts.</summary>
    public required BudgetKind Kind { get; init; }

    /// <summary>Amount granted in each pay period. A periodic budget must have one; that of a standing one is left as stored, whatever stands here.</summary>
    public decimal? StartingBalance { get; init; }

    /// <summary>The balance now. A standing budget must have one; that of a periodic one is left as stored, whatever stands here.</summary>
    public decimal? CurrentBalance { get; init; }

    /// <summary>
    /// The balance of a standing budget when it was read. When it equals <see cref="CurrentBalance"/>, the stored balance stays, with all that was booked
    /// meanwhile; when it does not, and the stored balance has moved since, the change is refused. Null sets the balance in any case.
    /// </summary>
    public decimal? CurrentBalanceWas { get; init; }

    /// <summary>Whether it is in use: transactions can be booked on it.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Whether it holds income, not expenses.</summary>
    public bool IsIncome { get; init; }

    /// <summary>Whether the charts of spending leave it out.</summary>
    public bool IsOmittedFromGraphs { get; init; }
}
