namespace BiweeklyBudget.Core.Spreading;

/// <summary>
/// What is left over in a pay period, spread over budgets: all of it is saved together, as transfers between budgets (spec/domain.md §10), and is one change.
/// </summary>
public sealed record Spread
{
    /// <summary>Most budgets at once.</summary>
    public const int MostShares = 500;

    /// <summary>Any day of the pay period.</summary>
    public required DateOnly PeriodDay { get; init; }

    /// <summary>What was left over when it was decided (<see cref="SpreadableMoney.LeftOver"/>). If it is something else now, nothing is saved.</summary>
    public required decimal LeftOver { get; init; }

    /// <summary>What each budget gets or gives, 1 to <see cref="MostShares"/>, each budget once.</summary>
    public required IReadOnlyList<SpreadShare> Shares { get; init; }

    /// <summary>The budget that is charged with what cannot be taken off the income (<see cref="SpreadableMoney.OffIncome"/>); it looks overspent by that much. Null when nothing is left that needs one.</summary>
    public int? ChargedBudgetId { get; init; }

    /// <summary>Notes of the transactions, at most 254 characters.</summary>
    public string Notes { get; init; } = "";
}
