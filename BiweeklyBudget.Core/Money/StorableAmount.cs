namespace BiweeklyBudget.Core.Money;

/// <summary>Which amounts of money can be stored: four decimals, up to 999,999.9999 and down to its negative.</summary>
public static class StorableAmount
{
    /// <summary>The greatest amount; the smallest is its negative.</summary>
    public const decimal Largest = 999_999.9999m;

    /// <summary>Whether an amount is stored as it is: within the range, with at most four decimals.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>Whether it is.</returns>
    public static bool Holds(decimal amount) => IsInRange(amount) && decimal.Round(amount, 4) == amount;

    /// <summary>Whether a sum of stored amounts can be stored.</summary>
    internal static bool IsInRange(decimal amount) => Math.Abs(amount) <= Largest;
}
