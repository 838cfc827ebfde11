namespace BiweeklyBudget.Core.Projects;

/// <summary>What all active projects cost together.</summary>
/// <param name="Total">What all their items cost.</param>
/// <param name="Remaining">What their active items cost.</param>
public sealed record ProjectTotals(decimal Total, decimal Remaining);
