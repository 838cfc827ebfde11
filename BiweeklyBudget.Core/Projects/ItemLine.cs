namespace BiweeklyBudget.Core.Projects;

/// <summary>A line of a file of items. What the file has no column for is null, and so are an empty quantity, cost and flag: an item that is there keeps what it has.</summary>
internal sealed record ItemLine
{
    /// <summary>Number of the line in the file.</summary>
    public required int Number { get; init; }

    /// <summary>What it is.</summary>
    public required string Name { get; init; }

    /// <summary>How many.</summary>
    public int? Quantity { get; init; }

    /// <summary>What one costs.</summary>
    public decimal? UnitCost { get; init; }

    /// <summary>Where to buy it; empty for nowhere.</summary>
    public string? Url { get; init; }

    /// <summary>Notes.</summary>
    public string? Notes { get; init; }

    /// <summary>Whether it is still to be bought.</summary>
    public bool? IsActive { get; init; }

    /// <summary>What cannot be read in it.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>The item that it says.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="stored">The item that it is about; null for a new one.</param>
    public ProjectItemChange ChangeOf(int projectId, ProjectItemDetails? stored)
    {
        var change = stored?.ToChange() ?? new ProjectItemChange { ProjectId = projectId, Name = Name, Quantity = 1, UnitCost = 0m };
        return change with
        {
            Name = Name,
            Quantity = Quantity ?? change.Quantity,
            UnitCost = UnitCost ?? change.UnitCost,
            Url = Url is null || (Url.Length == 0 && string.IsNullOrEmpty(change.Url)) ? change.Url : Url.Length == 0 ? null : Url,
            Notes = Notes is null || (Notes.Length == 0 && string.IsNullOrEmpty(change.Notes)) ? change.Notes : Notes,
            IsActive = IsActive ?? change.IsActive,
        };
    }
}
