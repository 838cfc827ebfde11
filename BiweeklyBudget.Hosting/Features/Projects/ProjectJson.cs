using System.ComponentModel;
using BiweeklyBudget.Core.Projects;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>A project with what it costs (spec/http-api.md §15.2).</summary>
internal sealed record ProjectJson
{
    public required int Id { get; init; }

    public required string? Name { get; init; }

    public required string? Notes { get; init; }

    public required bool? IsActive { get; init; }

    [Description("The standing budget that pays for it.")]
    public required int? StandingBudgetId { get; init; }

    public required string? StandingBudgetName { get; init; }

    [Description("Of all items.")]
    public required decimal TotalCost { get; init; }

    [Description("Of the active items.")]
    public required decimal RemainingCost { get; init; }

    public static ProjectJson Of(ProjectDetails project) => new()
    {
        Id = project.Id,
        Name = project.Name,
        Notes = project.Notes,
        IsActive = project.IsActive,
        StandingBudgetId = project.StandingBudgetId,
        StandingBudgetName = project.StandingBudgetName,
        TotalCost = project.TotalCost,
        RemainingCost = project.RemainingCost,
    };
}
