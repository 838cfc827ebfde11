using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Core.Finding;

/// <summary>A word of a line as an amount, written as in every field for amounts (docs/adr/0034).</summary>
internal static class TypedAmount
{
    /// <summary>Reads a word. A plus before it says that it is income. A hyphen within it is none of a difference: days are written so.</summary>
    /// <param name="word">The word.</param>
    /// <param name="money">How amounts are written.</param>
    /// <returns>The amount, above 0; null when the word is none that could be saved.</returns>
    public static (decimal Amount, bool IsIncome)? Read(string word, MoneyFormat money)
    {
        var isIncome = word.StartsWith('+');
        return !word.Contains('-', StringComparison.Ordinal) && money.Read(isIncome ? word[1..] : word).Amount is { } amount && amount > 0 && StorableAmount.Holds(amount) ? (amount, isIncome) : null;
    }
}
