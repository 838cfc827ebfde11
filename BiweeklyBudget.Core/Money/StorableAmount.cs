namespace BiweeklyBudget.Core.Money;

/// <summary>Which amounts of money can be stored: four decimals, up to 99,999,999,999,999.9999 and down to its negative.</summary>
public static class StorableAmount
{
    /// <summary>The greatest amount; the smallest is its negative.</summary>
    public const decimal Largest = 99_999_999_999_999.9999m;

    /// <summary>What is said about an amount that is beyond the range.</summary>
    public const string RangeMessage = "Amounts must lie between -99,999,999,999,999.9999 and 99,999,999,999,999.9999";

    /// <summary>Whether an amount is stored as it is: within the range, with at most four decimals.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>Whether it is.</returns>
    public static bool Holds(decimal amount) => IsInRange(amount) && decimal.Round(amount, 4) == amount;

    /// <summary>Whether an amount, such as the sum of stored ones, is within the range.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsInRange(decimal amount) => Math.Abs(amount) <= Largest;
}
