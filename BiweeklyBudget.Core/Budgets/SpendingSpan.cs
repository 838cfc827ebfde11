namespace BiweeklyBudget.Core.Budgets;

/// <summary>What was spent in a pay period or month.</summary>
/// <param name="Label">First day of the period (<c>YYYY-MM-DD</c>) or the month (<c>YYYY-MM</c>); of several that are added up, of the first one.</param>
/// <param name="Amounts">Sums by budget name; a budget that does not occur in the span is absent.</param>
public sealed record SpendingSpan(string Label, IReadOnlyDictionary<string, decimal> Amounts);
