using BiweeklyBudget.Core.Budgets;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>A transaction as it is stored, with the names that belong to it. Rows that other programs wrote may lack what ours always have.</summary>
public sealed record TransactionDetails
{
    /// <summary>Its id, 1 or greater.</summary>
    public required int Id { get; init; }

    /// <summary>Its day; null on rows of other programs only.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>What it cost, the sum of its splits: positive for an expense, negative for income, 0 for an occurrence of a schedule that was skipped.</summary>
    public required decimal Amount { get; init; }

    /// <summary>What it is.</summary>
    public required string Description { get; init; }

    /// <summary>Notes; null when there never were any.</summary>
    public required string? Notes { get; init; }

    /// <summary>The account that it was paid from or into; null on rows of other programs only.</summary>
    public required int? AccountId { get; init; }

    /// <summary>Name of the account.</summary>
    public required string? AccountName { get; init; }

    /// <summary>Sales tax contained in the amount.</summary>
    public required decimal SalesTax { get; init; }

    /// <summary>The amount that was planned, of transactions made from a schedule and of transfers; otherwise null.</summary>
    public required decimal? BudgetedAmount { get; init; }

    /// <summary>The budget that was planned, of transactions made from a schedule and of transfers; otherwise null.</summary>
    public required int? PlannedBudgetId { get; init; }

    /// <summary>The scheduled transaction that it was made from, or that it skips; null when there is none.</summary>
    public required int? ScheduledTransactionId { get; init; }

    /// <summary>The transaction that is the other half of a transfer; null when it is none.</summary>
    public required int? TransferId { get; init; }

    /// <summary>Its reconciliation; null when it is not reconciled.</summary>
    public required int? ReconciliationId { get; init; }

    /// <summary>Whether it stands in for an occurrence of a scheduled transaction that was skipped.</summary>
    public bool IsSkipped => SkippedTitle.IsSkipped(Description, ScheduledTransactionId);

    /// <summary>What a person calls it: the description, of a transfer and of a payment for fuel without ids; of what stands in for a skipped occurrence <c>Skipped: Coffee (any day)</c>.</summary>
    public string Title => TransactionTitle.Of(Description, ScheduledTransactionId, ScheduledDescription, ScheduledTimes);

    /// <summary>Its shares of budgets, largest amount first.</summary>
    public IReadOnlyList<BudgetShare> Splits { get; init; } = [];

    /// <summary>What its scheduled transaction is.</summary>
    internal string? ScheduledDescription { get; init; }

    /// <summary>How often that one occurs in each period; null for one that has its days.</summary>
    internal int? ScheduledTimes { get; init; }

    /// <summary>The command that would save it unchanged: <c>details.ToChange() with { Notes = "" }</c> changes the notes and nothing else.</summary>
    /// <returns>The command; of a row without a date or an account one that cannot be saved until it has them.</returns>
    public TransactionChange ToChange() => new()
    {
        Id = Id,
        Date = Date ?? default,
        Amount = Amount,
        Description = Description,
        AccountId = AccountId ?? 0,
        Notes = Notes,
        SalesTax = SalesTax,
        Splits = [.. Splits.Select(split => new Split(split.BudgetId, split.Amount))],
    };
}
