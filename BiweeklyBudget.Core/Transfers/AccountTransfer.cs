namespace BiweeklyBudget.Core.Transfers;

/// <summary>
/// Moves money from one account to another. Both transactions stand on one budget, whose sum stays the same, and wait to be reconciled.
/// </summary>
public sealed record AccountTransfer : Transfer
{
    /// <summary>The budget of both transactions; it must be active. Null for any: since its sum stays the same, nobody needs to say which (the active one that comes first, periodic before standing, for expenses before income).</summary>
    public int? BudgetId { get; init; }

    /// <summary>Whether credit accounts are allowed, as for paying a card; upstream's form refuses them.</summary>
    public bool AllowsCredit { get; init; }

    /// <summary>The account that the money comes from; it must be active.</summary>
    public required int FromAccountId { get; init; }

    /// <summary>The account that the money goes to; it must be active, and not the same.</summary>
    public required int ToAccountId { get; init; }
}
