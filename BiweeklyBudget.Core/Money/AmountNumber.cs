using System.Numerics;
using System.Text;

namespace BiweeklyBudget.Core.Money;

/// <summary>
/// A number of a typed amount. It is read twice: as the locale writes numbers, and as plain digits with a decimal point, which everybody may type who has no other key.
/// </summary>
/// <param name="Value">The number.</param>
/// <param name="Decimals">How many decimals were written.</param>
internal readonly record struct AmountNumber(AmountFraction Value, int Decimals)
{
    /// <summary>Reads a number.</summary>
    /// <param name="text">The number as it was written.</param>
    /// <param name="notation">How numbers are written.</param>
    /// <param name="tokens">What the characters mean.</param>
    /// <param name="most">Decimals that the amount can have: with more of them the plain reading is nobody's meaning where the locale has another one.</param>
    /// <returns>The number; null when it means nothing, or two different numbers (1.234 in Germany, where an amount can have three decimals).</returns>
    public static AmountNumber? Read(string text, AmountNotation notation, AmountTokens tokens, int most)
    {
        var local = Local(text, notation, tokens);
        var plain = Plain(text, tokens);
        if (local is null || plain is null || local == plain)
            return local ?? plain;

        return plain.Value.Decimals > most ? local : null;
    }

    private static AmountNumber? Local(string text, AmountNotation notation, AmountTokens tokens)
    {
        var mark = text.IndexOf(notation.DecimalMark[0], StringComparison.Ordinal);
        var decimals = mark < 0 ? "" : Digits(text[(mark + 1)..], tokens);
        return decimals is not null && Whole(mark < 0 ? text : text[..mark], notation, tokens) is { } whole ? Of(whole, decimals) : null;
    }

    private static AmountNumber? Plain(string text, AmountTokens tokens)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return Digits(point < 0 ? text : text[..point], tokens) is { } whole && Digits(point < 0 ? "" : text[(point + 1)..], tokens) is { } decimals ? Of(whole, decimals) : null;
    }

    // Groups must be whole: 1,234,567 or 12,34,567 and not 1,23 or 0,123.
    private static string? Whole(string text, AmountNotation notation, AmountTokens tokens)
    {
        var groups = new List<string> { "" };
        foreach (var character in text)
        {
            if (tokens.Digit(character) is >= 0 and var digit)
                groups[^1] += (char)('0' + digit);
            else if (tokens.IsGroupMark(character))
                groups.Add("");
            else
                return null;
        }

        var isGrouped = groups.Count > 1;
        return !isGrouped || (groups[0] is [not '0', ..] && (Fits(groups, 3, 3) || Fits(groups, notation.LastGroup, notation.OtherGroups))) ? string.Concat(groups) : null;
    }

    private static bool Fits(List<string> groups, int last, int others) =>
        groups[^1].Length == last && groups[0].Length <= others && groups[1..^1].TrueForAll(group => group.Length == others);

    private static string? Digits(string text, AmountTokens tokens)
    {
        var digits = new StringBuilder();
        foreach (var character in text)
        {
            if (tokens.Digit(character) is not (>= 0 and var digit))
                return null;

            digits.Append((char)('0' + digit));
        }

        return digits.ToString();
    }

    private static AmountNumber? Of(string whole, string decimals) => whole.Length + decimals.Length == 0
        ? null
        : new AmountNumber(new AmountFraction(BigInteger.Parse(whole + decimals, System.Globalization.CultureInfo.InvariantCulture), BigInteger.Pow(10, decimals.Length)), decimals.Length);
}
