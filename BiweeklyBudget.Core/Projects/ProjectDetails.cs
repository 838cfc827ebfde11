namespace BiweeklyBudget.Core.Projects;

/// <summary>A project as it is stored, with what it costs.</summary>
public sealed record ProjectDetails
{
    /// <summary>Its id, 1 or greater.</summary>
    public required int Id { get; init; }

    /// <summary>What it is called; null on rows of other programs only.</summary>
    public required string? Name { get; init; }

    /// <summary>Notes; null when there never were any.</summary>
    public required string? Notes { get; init; }

    /// <summary>Whether it is going on; null on rows of other programs, where it counts as false.</summary>
    public required bool? IsActive { get; init; }

    /// <summary>The standing budget that pays for it; null for none.</summary>
    public required int? StandingBudgetId { get; init; }

    /// <summary>Name of that budget.</summary>
    public required string? StandingBudgetName { get; init; }

    /// <summary>What all its items cost.</summary>
    public required decimal TotalCost { get; init; }

    /// <summary>What its active items cost.</summary>
    public required decimal RemainingCost { get; init; }

    /// <summary>The command that would save it unchanged: <c>details.ToChange() with { IsActive = false }</c> changes that and nothing else.</summary>
    /// <returns>The command.</returns>
    public ProjectChange ToChange() => new()
    {
        Id = Id,
        Name = Name ?? "",
        Notes = Notes,
        StandingBudgetId = StandingBudgetId,
        IsActive = IsActive == true,
    };
}
