namespace BiweeklyBudget.Core.Budgets;

/// <summary>What was spent by budget over time.</summary>
/// <param name="Names">Names of the budgets that occur, in ordinal order.</param>
/// <param name="Spans">Pay periods or months, ascending.</param>
public sealed record SpendingChart(IReadOnlyList<string> Names, IReadOnlyList<SpendingSpan> Spans);
