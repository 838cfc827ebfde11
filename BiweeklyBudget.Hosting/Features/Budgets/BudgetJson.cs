using System.ComponentModel;
using BiweeklyBudget.Core.Budgets;

namespace BiweeklyBudget.Hosting.Features.Budgets;

/// <summary>All fields of a budget (spec/http-api.md §3).</summary>
internal sealed record BudgetJson
{
    public required int Id { get; init; }

    public required bool? IsPeriodic { get; init; }

    public required string? Name { get; init; }

    public required string? Description { get; init; }

    [Description("Of a periodic budget.")]
    public required decimal? StartingBalance { get; init; }

    [Description("Of a standing budget.")]
    public required decimal? CurrentBalance { get; init; }

    public required bool? IsActive { get; init; }

    public required bool? IsIncome { get; init; }

    public required bool? OmitFromGraphs { get; init; }

    public static BudgetJson Of(BudgetDetails budget) => new()
    {
        Id = budget.Id,
        IsPeriodic = budget.IsPeriodic,
        Name = budget.Name,
        Description = budget.Description,
        StartingBalance = budget.StartingBalance,
        CurrentBalance = budget.CurrentBalance,
        IsActive = budget.IsActive,
        IsIncome = budget.IsIncome,
        OmitFromGraphs = budget.IsOmittedFromGraphs,
    };
}
