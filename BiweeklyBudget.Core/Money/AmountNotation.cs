using System.Text;
using BiweeklyBudget.Core.Money.Icu;

namespace BiweeklyBudget.Core.Money;

/// <summary>
/// How amounts are written in a locale and a currency, as far as reading them needs it. It is learned from how the locale's data writes an amount, so what is
/// shown can be typed. The browser gets the same facts and reads by the same rules (wwwroot/bb/js/typed-amounts.js).
/// </summary>
public sealed record AmountNotation
{
    // Its groups show both sizes: 1,234,567.89 and 12,34,567.89.
    private static readonly byte[] Sample = [.. "1234567.89"u8];

    /// <summary>ISO 4217 code of the currency.</summary>
    public required string Currency { get; init; }

    /// <summary>The currency's number of decimals: 2 for USD, 0 for JPY, 3 for BHD.</summary>
    public required int Decimals { get; init; }

    /// <summary>What stands before the decimals: a point or a comma in nearly all locales.</summary>
    public required string DecimalMark { get; init; }

    /// <summary>What stands between groups of digits; empty when digits are not grouped.</summary>
    public required string GroupMark { get; init; }

    /// <summary>Digits of the last group, 3 in nearly all locales.</summary>
    public required int LastGroup { get; init; }

    /// <summary>Digits of the groups before the last one; 2 in India.</summary>
    public required int OtherGroups { get; init; }

    /// <summary>The digit zero; the others follow it in Unicode.</summary>
    public required string Zero { get; init; }

    /// <summary>What may stand beside an amount for the currency: its symbol in the locale, its short symbol, its code.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    /// <summary>Whether the minus of a negative amount stands behind it, as in Frisian (<c>€ 5,00-</c>). Elsewhere a minus at the end is a difference that nobody finished.</summary>
    public bool IsMinusLast { get; init; }

    internal static AmountNotation Of(string currency, string locale, int decimals)
    {
        // Two decimals also where the currency has none: its amounts are rarely more than two decimals wide, and the mark must be known to refuse them.
        using var formatter = new IcuFormatterHandle($"currency/{currency} .00", locale);
        var runes = formatter.Format(Sample).EnumerateRunes().ToList();
        var first = runes.FindIndex(Rune.IsDigit);
        var last = runes.FindLastIndex(Rune.IsDigit);
        var parts = Split(runes[first..(last + 1)]);
        var groups = parts[..^1];
        var grouped = groups.Count > 1;
        return new AmountNotation
        {
            Currency = currency,
            Decimals = decimals,
            DecimalMark = Mark(parts[^1].Before) ?? ".",
            GroupMark = grouped ? Mark(groups[^1].Before) ?? "" : "",
            LastGroup = grouped ? groups[^1].Digits : 3,
            OtherGroups = groups.Count > 2 ? groups[^2].Digits : 3,
            Zero = ZeroOf(runes[first]),
            Symbols = SymbolsOf(currency, locale),
            IsMinusLast = WithoutMarks(formatter.Format("-1"u8)).TrimEnd() is [.., '-' or '\u2212'],
        };
    }

    /// <summary>A text without the marks of writing direction, which come along when amounts are copied.</summary>
    internal static string WithoutMarks(string text) => string.Concat(text.Where(character => character is not ('\u200e' or '\u200f' or '\u061c' or (>= '\u2066' and <= '\u2069'))));

    // The longest first. A wide symbol (￥) may be typed as the usual one (¥).
    private static IReadOnlyList<string> SymbolsOf(string currency, string locale)
    {
        var symbols = new[] { IcuFunctions.Symbol(currency, locale), IcuFunctions.NarrowSymbol(currency, locale), currency }.Select(symbol => WithoutMarks(symbol).Trim()).ToList();
        return [.. symbols.Concat(symbols.Select(symbol => symbol.Normalize(NormalizationForm.FormKC))).Distinct(StringComparer.OrdinalIgnoreCase).Where(symbol => symbol.Length > 0).OrderByDescending(symbol => symbol.Length)];
    }

    // Runs of digits with what stands before each.
    private static List<(string Before, int Digits)> Split(List<Rune> runes)
    {
        var parts = new List<(string Before, int Digits)>();
        var before = "";
        var inside = false;
        foreach (var rune in runes)
        {
            if (!Rune.IsDigit(rune))
            {
                before = inside ? rune.ToString() : before + rune;
                inside = false;
            }
            else if (inside)
            {
                parts[^1] = (parts[^1].Before, parts[^1].Digits + 1);
            }
            else
            {
                parts.Add((before, 1));
                inside = true;
            }
        }

        return parts;
    }

    // A currency's symbol between units and decimals ("20$00") is no mark that could be told from the symbol.
    private static string? Mark(string text) => text.Length == 1 && (char.IsPunctuation(text[0]) || char.IsWhiteSpace(text[0]) || text[0] is '\'' or '`') ? text : null;

    private static string ZeroOf(Rune one)
    {
        var zero = new Rune(one.Value - (int)Rune.GetNumericValue(one));
        return zero.IsBmp ? zero.ToString() : "0";
    }
}
