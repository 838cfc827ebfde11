namespace BiweeklyBudget.Core.Budgets;

/// <summary>A standing budget's money, and how much of it projects lay claim to.</summary>
/// <param name="Id">The budget.</param>
/// <param name="Name">Its name.</param>
/// <param name="Balance">Current balance; 0 when none was ever set.</param>
/// <param name="Allocated">Cost of the active items of the active projects that it pays for.</param>
/// <param name="Unallocated">Balance less allocated.</param>
public sealed record StandingBudget(int Id, string Name, decimal Balance, decimal Allocated, decimal Unallocated);
