using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Budgets;

/// <summary>A budget as it is stored. Rows that other programs wrote may lack what ours always have.</summary>
public sealed record BudgetDetails
{
    /// <summary>Its id, 1 or greater.</summary>
    public required int Id { get; init; }

    /// <summary>Its name; null on rows of other programs only.</summary>
    public required string? Name { get; init; }

    /// <summary>What it is for; null when nothing was ever said.</summary>
    public required string? Description { get; init; }

    /// <summary>Whether each pay period grants it afresh; null on rows of other programs, where it counts as false.</summary>
    public required bool? IsPeriodic { get; init; }

    /// <summary>Amount granted in each pay period; null when it was never periodic.</summary>
    public required decimal? StartingBalance { get; init; }

    /// <summary>Balance of a standing budget; null counts as 0.</summary>
    public required decimal? CurrentBalance { get; init; }

    /// <summary>Whether it is in use; null on rows of other programs, where it counts as false.</summary>
    public required bool? IsActive { get; init; }

    /// <summary>Whether it holds income; null on rows of other programs, where it counts as false.</summary>
    public required bool? IsIncome { get; init; }

    /// <summary>Whether the charts of spending leave it out; null on rows of other programs, where it counts as true.</summary>
    public required bool? IsOmittedFromGraphs { get; init; }

    /// <summary>How its money lasts.</summary>
    public BudgetKind Kind => IsPeriodic == true ? BudgetKind.Periodic : BudgetKind.Standing;

    /// <summary>The command that would save it unchanged: <c>details.ToChange() with { Name = "Food" }</c> changes the name and nothing else.</summary>
    /// <returns>The command.</returns>
    public BudgetChange ToChange() => new()
    {
        Id = Id,
        Name = Name ?? "",
        Description = Description,
        Kind = Kind,
        StartingBalance = StartingBalance,
        CurrentBalance = CurrentBalance ?? 0m,
        CurrentBalanceWas = CurrentBalance ?? 0m,
        IsActive = IsActive == true,
        IsIncome = IsIncome == true,
        IsOmittedFromGraphs = IsOmittedFromGraphs != false,
    };

    internal static BudgetDetails Of(Budget row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Description = row.Description,
        IsPeriodic = row.IsPeriodic,
        StartingBalance = row.StartingBalance,
        CurrentBalance = row.CurrentBalance,
        IsActive = row.IsActive,
        IsIncome = row.IsIncome,
        IsOmittedFromGraphs = row.IsOmittedFromGraphs,
    };
}
