namespace BiweeklyBudget.Core.Transactions;

/// <summary>
/// A transaction to add or to change. <see cref="TransactionDetails.ToChange"/> gives the one that changes nothing. What was planned for a
/// transaction, the schedule it was made from and the other half of a transfer stay as they are stored. A reconciled transaction cannot be changed.
/// </summary>
public sealed record TransactionChange
{
    /// <summary>Most splits of a transaction; more are a program's mistake.</summary>
    public const int MostSplits = 200;

    /// <summary>The transaction to change; null adds one.</summary>
    public int? Id { get; init; }

    /// <summary>Its day, past or future, from the year 1000 on.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What it cost: positive for an expense, negative for income, never 0; four decimals, up to 99,999,999,999,999.9999. The splits add up to it.</summary>
    public required decimal Amount { get; init; }

    /// <summary>What it is, 1 to 254 characters.</summary>
    public required string Description { get; init; }

    /// <summary>The account that it was paid from or into.</summary>
    public required int AccountId { get; init; }

    /// <summary>Notes, at most 254 characters; null and empty say the same.</summary>
    public string? Notes { get; init; } = "";

    /// <summary>Sales tax contained in the amount.</summary>
    public decimal SalesTax { get; init; }

    /// <summary>
    /// Its shares of budgets, 1 to <see cref="MostSplits"/>, each budget once; those stored become exactly these. Budgets that are not in use can stay, but
    /// not be added. The balances of standing budgets move with their shares.
    /// </summary>
    public required IReadOnlyList<Split> Splits { get; init; }
}
