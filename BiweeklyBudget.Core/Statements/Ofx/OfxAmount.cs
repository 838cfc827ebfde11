using System.Globalization;
using System.Text;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>Amounts as banks write them (spec/bank-data.md §1.5).</summary>
internal static class OfxAmount
{
    /// <summary>Reads a number in one of the forms <c>-1234.56</c>, <c>1,234.56</c>, <c>1.234,56</c>, <c>1 234,56</c>.</summary>
    public static bool TryParse(string text, out decimal amount)
    {
        amount = 0m;
        if (string.Equals(text, "null", StringComparison.OrdinalIgnoreCase) || string.Equals(text, "-null", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return Plain(text) is { } plain && decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);
    }

    /// <summary>Whether a text is nothing but what surrounds the digits of an amount, without any: no money moves.</summary>
    public static bool IsWithoutDigits(string text) => text.Length > 0 && text.All(character => character is '.' or ',' or '-' or '+' || char.IsWhiteSpace(character));

    /// <summary>An amount as it is stored: four decimals, halves away from zero as MySQL does it.</summary>
    /// <returns>Null when it is too large for the database.</returns>
    public static decimal? Stored(decimal amount)
    {
        var rounded = decimal.Round(amount, 4, MidpointRounding.AwayFromZero);
        return StorableAmount.IsInRange(rounded) ? rounded : null;
    }

    /// <summary>The text with a point as its only separator, or null when it holds anything that no amount does.</summary>
    private static string? Plain(string text)
    {
        if (text.Length > 64 || DecimalSeparator(text) is not { } decimalSeparator)
        {
            return null;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character) || (character == '-' && plain.Length == 0))
            {
                plain.Append(character);
            }
            else if (character == decimalSeparator)
            {
                plain.Append('.');
            }
            else if (!(character is '.' or ',' || char.IsWhiteSpace(character) || (character == '+' && plain.Length == 0)))
            {
                return null;
            }
        }

        return plain.ToString();
    }

    /// <summary>With both separators the first one groups thousands; one alone is the decimal separator. Twice, it makes no number.</summary>
    /// <returns>Null when they stand mixed.</returns>
    private static char? DecimalSeparator(string text)
    {
        if (text.LastIndexOf(',') < text.IndexOf('.', StringComparison.Ordinal))
        {
            return '.';
        }

        return text.LastIndexOf('.') <= text.IndexOf(',', StringComparison.Ordinal) ? ',' : null;
    }
}
