using System.ComponentModel;
using System.Text.Json.Serialization;
using BiweeklyBudget.Core.Projects;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>A row of the table of a project's items (spec/http-api.md §5).</summary>
internal sealed record ProjectItemRowJson
{
    public required int Id { get; init; }

    public required string? Name { get; init; }

    public required int? Quantity { get; init; }

    [Description("What one costs.")]
    public required decimal? UnitCost { get; init; }

    [Description("Whether it is still to be bought.")]
    public required bool? IsActive { get; init; }

    public required string? Notes { get; init; }

    [Description("Where to buy it.")]
    public required string? Url { get; init; }

    [JsonPropertyName("DT_RowData")]
    public required Extras RowData { get; init; }

    public static ProjectItemRowJson Of(ProjectItemDetails item) => new()
    {
        Id = item.Id,
        Name = item.Name,
        Quantity = item.Quantity,
        UnitCost = item.UnitCost,
        IsActive = item.IsActive,
        Notes = item.Notes,
        Url = item.Url,
        RowData = new Extras(item.Cost),
    };

    /// <summary>What a row carries for scripts.</summary>
    internal sealed record Extras([property: Description("Quantity times unit cost.")] decimal LineCost);
}
