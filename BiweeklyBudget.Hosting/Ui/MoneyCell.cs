using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Hosting.Ui;

/// <summary>An amount as a table shows it.</summary>
/// <param name="Text">The formatted amount; empty when there is none.</param>
/// <param name="IsNegative">Whether it is shown in red: the amount is below zero (spec/domain.md §3, "Red" variant).</param>
internal readonly record struct MoneyCell(string Text, bool IsNegative)
{
    /// <summary>Formats an amount, or null.</summary>
    public static MoneyCell Of(decimal? amount, MoneyFormat money) => new(money.Format(amount), amount < 0);
}
