namespace BiweeklyBudget.Core.Storage;

/// <summary>Amounts as the database holds them: DECIMAL(10,4) (spec/schema.md).</summary>
internal static class StoredAmount
{
    /// <summary>The greatest amount; the smallest is its negative.</summary>
    public const decimal Largest = 999_999.9999m;

    /// <summary>Whether an amount is stored as it is: within the range, with at most four decimals.</summary>
    public static bool Holds(decimal amount) => IsInRange(amount) && decimal.Round(amount, 4) == amount;

    /// <summary>Whether a sum of stored amounts can be stored.</summary>
    public static bool IsInRange(decimal amount) => Math.Abs(amount) <= Largest;
}
