namespace BiweeklyBudget.Core.Projects;

/// <summary>A project to add or to change. <see cref="ProjectDetails.ToChange"/> gives the one that changes nothing.</summary>
public sealed record ProjectChange
{
    /// <summary>The project to change; null adds one.</summary>
    public int? Id { get; init; }

    /// <summary>What it is called, 1 to 40 characters; no other project has it.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Notes, at most 254 characters; null and empty say the same. A first word that is the address of a public Amazon wish list connects the project with it.
    /// </summary>
    public string? Notes { get; init; } = "";

    /// <summary>The standing budget that pays for it, in use or not; null for none. One that is linked already may stay whatever became of it.</summary>
    public int? StandingBudgetId { get; init; }

    /// <summary>Whether the project is going on.</summary>
    public bool IsActive { get; init; } = true;
}
