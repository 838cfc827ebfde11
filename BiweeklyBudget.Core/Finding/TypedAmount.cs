using System.Globalization;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Core.Finding;

/// <summary>A word of a line as an amount. The one place that says how amounts are written there.</summary>
internal static class TypedAmount
{
    /// <summary>Reads a word: digits, with a decimal point or without. A plus before it says that it is income.</summary>
    /// <param name="word">The word.</param>
    /// <param name="decimals">The currency's number of decimals.</param>
    /// <returns>The amount, above 0; null when the word is none that could be saved.</returns>
    public static (decimal Amount, bool IsIncome)? Read(string word, int decimals)
    {
        var isIncome = word.StartsWith('+');
        return decimal.TryParse(word.AsSpan(isIncome ? 1 : 0), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && amount > 0 && StorableAmount.Holds(amount) && decimal.Round(amount, decimals) == amount
            ? (amount, isIncome)
            : null;
    }
}
