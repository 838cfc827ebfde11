using System.ComponentModel;
using System.Text.Json.Serialization;
using BiweeklyBudget.Core.Projects;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>A row of the table of projects (spec/http-api.md §5).</summary>
internal sealed record ProjectRowJson
{
    public required string? Name { get; init; }

    [Description("Of all items.")]
    public required decimal TotalCost { get; init; }

    [Description("Of the active items.")]
    public required decimal RemainingCost { get; init; }

    public required bool? IsActive { get; init; }

    public required string? Notes { get; init; }

    [JsonPropertyName("DT_RowData")]
    public required Extras RowData { get; init; }

    public static ProjectRowJson Of(ProjectDetails project) => new()
    {
        Name = project.Name,
        TotalCost = project.TotalCost,
        RemainingCost = project.RemainingCost,
        IsActive = project.IsActive,
        Notes = project.Notes,
        RowData = new Extras(project.Id, project.StandingBudgetName),
    };

    /// <summary>What a row carries for scripts.</summary>
    internal sealed record Extras(int Id, string? StandingBudgetName);
}
