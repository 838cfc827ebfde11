using System.ComponentModel;
using BiweeklyBudget.Core.Projects;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>All fields of a line of a bill of materials (spec/http-api.md §3).</summary>
internal sealed record ProjectItemJson
{
    public required int Id { get; init; }

    public required int ProjectId { get; init; }

    public required string? Name { get; init; }

    public required string? Notes { get; init; }

    public required int? Quantity { get; init; }

    [Description("What one costs.")]
    public required decimal? UnitCost { get; init; }

    [Description("Where to buy it.")]
    public required string? Url { get; init; }

    [Description("Whether it is still to be bought.")]
    public required bool? IsActive { get; init; }

    public static ProjectItemJson Of(ProjectItemDetails item) => new()
    {
        Id = item.Id,
        ProjectId = item.ProjectId,
        Name = item.Name,
        Notes = item.Notes,
        Quantity = item.Quantity,
        UnitCost = item.UnitCost,
        Url = item.Url,
        IsActive = item.IsActive,
    };
}
