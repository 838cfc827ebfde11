namespace BiweeklyBudget.Core.Money;

/// <summary>An amount as a table shows it.</summary>
/// <param name="Text">The formatted amount; empty when there is none.</param>
/// <param name="IsNegative">Whether it is shown in red: the amount is below zero (spec/domain.md §3, "Red" variant).</param>
public readonly record struct MoneyCell(string Text, bool IsNegative);
