namespace BiweeklyBudget.Core.Finding;

/// <summary>A transaction as one line of text describes it; nothing is saved.</summary>
public sealed record TypedTransaction
{
    /// <summary>What it cost, as it would be stored: positive for an expense, negative for income.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Its day: today unless the text names another.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What it is; the budget's name when the text says nothing else, empty when there is no budget either.</summary>
    public required string Description { get; init; }

    /// <summary>The account; null when the text names none and none is usual.</summary>
    public int? AccountId { get; init; }

    /// <summary>The account's name.</summary>
    public string? AccountName { get; init; }

    /// <summary>The budget; null when the text does not say which.</summary>
    public int? BudgetId { get; init; }

    /// <summary>The budget's name.</summary>
    public string? BudgetName { get; init; }

    /// <summary>What is still to be said, in words; null when it could be saved as it is.</summary>
    public string? Question { get; init; }
}
