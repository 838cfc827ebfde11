using BiweeklyBudget.Core.Budgets;

namespace BiweeklyBudget.Core.Transfers;

/// <summary>What a transfer was found to stand on.</summary>
/// <param name="Budgets">All budgets of it, locked.</param>
/// <param name="From">The side that the money comes from.</param>
/// <param name="To">The side that it goes to.</param>
internal sealed record TransferSides(LockedBudgets Budgets, TransferSide From, TransferSide To);
