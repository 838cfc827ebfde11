namespace BiweeklyBudget.Core.Transfers;

/// <summary>
/// Moves money from one account to another, neither of them a credit account. Both transactions stand on one budget, whose sum stays the same,
/// and wait to be reconciled.
/// </summary>
public sealed record AccountTransfer : Transfer
{
    /// <summary>The budget of both transactions; it must be active.</summary>
    public required int BudgetId { get; init; }

    /// <summary>The account that the money comes from; it must be active.</summary>
    public required int FromAccountId { get; init; }

    /// <summary>The account that the money goes to; it must be active, and not the same.</summary>
    public required int ToAccountId { get; init; }
}
