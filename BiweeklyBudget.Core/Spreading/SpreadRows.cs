using BiweeklyBudget.Core.Budgets;

namespace BiweeklyBudget.Core.Spreading;

/// <summary>What a spread was found to be.</summary>
/// <param name="Budgets">All budgets, locked.</param>
/// <param name="Moves">The transfers.</param>
/// <param name="AccountId">The account of their transactions.</param>
/// <param name="LeftOver">What is left over after them.</param>
internal sealed record SpreadRows(LockedBudgets Budgets, IReadOnlyList<SpreadMove> Moves, int AccountId, decimal LeftOver);
