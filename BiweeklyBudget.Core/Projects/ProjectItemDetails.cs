using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Projects;

/// <summary>A line of a bill of materials as it is stored.</summary>
public sealed record ProjectItemDetails
{
    /// <summary>Its id, 1 or greater.</summary>
    public required int Id { get; init; }

    /// <summary>The project that it belongs to.</summary>
    public required int ProjectId { get; init; }

    /// <summary>What it is; null on rows of other programs only.</summary>
    public required string? Name { get; init; }

    /// <summary>Notes; null when there never were any.</summary>
    public required string? Notes { get; init; }

    /// <summary>How many; null on rows of other programs, where it counts as nothing.</summary>
    public required int? Quantity { get; init; }

    /// <summary>What one costs; null on rows of other programs, where it counts as nothing.</summary>
    public required decimal? UnitCost { get; init; }

    /// <summary>Where to buy it; null for nowhere. Rows of other programs may hold any text.</summary>
    public required string? Url { get; init; }

    /// <summary>Whether it is still to be bought; null on rows of other programs, where it counts as false.</summary>
    public required bool? IsActive { get; init; }

    /// <summary>Quantity times unit cost.</summary>
    public decimal Cost => LineCost.Of(Quantity, UnitCost) ?? 0m;

    /// <summary>The address for a link: <see cref="Url"/> when it is one of the web, otherwise null.</summary>
    public string? Link => ItemRules.IsLink(Url) ? Url : null;

    /// <summary>The command that would save it unchanged: <c>details.ToChange() with { IsActive = false }</c> changes that and nothing else.</summary>
    /// <returns>The command.</returns>
    public ProjectItemChange ToChange() => new()
    {
        Id = Id,
        ProjectId = ProjectId,
        Name = Name ?? "",
        Notes = Notes,
        Quantity = Quantity ?? 0,
        UnitCost = UnitCost ?? 0m,
        Url = Url,
        IsActive = IsActive == true,
    };

    internal static ProjectItemDetails Of(ProjectItem row) => new()
    {
        Id = row.Id,
        ProjectId = row.ProjectId,
        Name = row.Name,
        Notes = row.Notes,
        Quantity = row.Quantity,
        UnitCost = row.UnitCost,
        Url = row.Url,
        IsActive = row.IsActive,
    };
}
