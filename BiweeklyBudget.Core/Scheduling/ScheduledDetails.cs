using BiweeklyBudget.Core.Calendar;

namespace BiweeklyBudget.Core.Scheduling;

/// <summary>A scheduled transaction as it is stored, with the names that belong to it. Rows that other programs wrote may lack what ours always have.</summary>
public sealed record ScheduledDetails
{
    /// <summary>Its id, 1 or greater.</summary>
    public required int Id { get; init; }

    /// <summary>What it is.</summary>
    public required string Description { get; init; }

    /// <summary>What each occurrence costs: positive for an expense, negative for income.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Sales tax contained in the amount.</summary>
    public required decimal SalesTax { get; init; }

    /// <summary>The account that it is paid from or into; null on rows of other programs only.</summary>
    public required int? AccountId { get; init; }

    /// <summary>Name of the account.</summary>
    public required string? AccountName { get; init; }

    /// <summary>The budget that it belongs to; null on rows of other programs only.</summary>
    public required int? BudgetId { get; init; }

    /// <summary>Name of the budget.</summary>
    public required string? BudgetName { get; init; }

    /// <summary>Whether the budget holds income.</summary>
    public required bool IsIncome { get; init; }

    /// <summary>Notes; null when there never were any.</summary>
    public required string? Notes { get; init; }

    /// <summary>Whether it is in use; null on rows of other programs, where it counts as false.</summary>
    public required bool? IsActive { get; init; }

    /// <summary>When it recurs.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>The command that would save it unchanged: <c>details.ToChange() with { IsActive = false }</c> changes that and nothing else.</summary>
    /// <returns>The command; of a row without an account or a budget one that cannot be saved until it has them.</returns>
    public ScheduledChange ToChange() => new()
    {
        Id = Id,
        Description = Description,
        Amount = Amount,
        SalesTax = SalesTax,
        AccountId = AccountId ?? 0,
        BudgetId = BudgetId ?? 0,
        Notes = Notes,
        IsActive = IsActive,
        Schedule = Schedule,
    };
}
