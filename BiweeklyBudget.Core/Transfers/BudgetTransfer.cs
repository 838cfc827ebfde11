namespace BiweeklyBudget.Core.Transfers;

/// <summary>
/// Moves money from one budget to another. Both transactions stand on one account, whose sum stays the same, and are reconciled at once: no bank will
/// ever report them. The balances of standing budgets move.
/// </summary>
public sealed record BudgetTransfer : Transfer
{
    /// <summary>The account of both transactions. Null for any: since its sum stays the same, nobody needs to say which (the default account, else the first active one, banks first).</summary>
    public int? AccountId { get; init; }

    /// <summary>The budget that the money comes from; it must be active.</summary>
    public required int FromBudgetId { get; init; }

    /// <summary>The budget that the money goes to; it must be active, and not the same.</summary>
    public required int ToBudgetId { get; init; }
}
