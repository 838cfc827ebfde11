namespace BiweeklyBudget.Core.Transactions;

/// <summary>A transaction as the table of transactions shows it.</summary>
public sealed record TransactionLine
{
    /// <summary>The transaction.</summary>
    public required int Id { get; init; }

    /// <summary>Its day.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>Sum of its splits; positive = expense.</summary>
    public required decimal Amount { get; init; }

    /// <summary>What it is.</summary>
    public required string Description { get; init; }

    /// <summary>Its account.</summary>
    public required int? AccountId { get; init; }

    /// <summary>Name of the account.</summary>
    public required string? AccountName { get; init; }

    /// <summary>The scheduled transaction it was made from.</summary>
    public required int? ScheduledTransactionId { get; init; }

    /// <summary>What was planned for it.</summary>
    public required decimal? BudgetedAmount { get; init; }

    /// <summary>Sales tax contained in the amount.</summary>
    public required decimal SalesTax { get; init; }

    /// <summary>Its reconciliation; null when it is not reconciled.</summary>
    public required int? ReconciliationId { get; init; }

    /// <summary>Notes.</summary>
    public required string? Notes { get; init; }

    /// <summary>Its splits, largest amount first.</summary>
    public required IReadOnlyList<NamedSplit> Splits { get; init; }
}
