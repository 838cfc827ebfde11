using System.Globalization;
using System.Text;

namespace BiweeklyBudget.Core.Money;

/// <summary>What is said about a text that was not taken for an amount. The browser says the same.</summary>
/// <param name="notation">How amounts are written.</param>
internal sealed class AmountWords(AmountNotation notation)
{
    public const string Blank = "Please enter an amount.";

    // Longer ones are not repeated.
    private const int LongestQuote = 60;

    /// <summary>An amount as it stands in a field: without groups, so that digits can be put in and taken out.</summary>
    public string Write(decimal amount)
    {
        var decimals = notation.Decimals == 0 ? "0.####" : $"0.{new string('0', notation.Decimals)}{new string('#', 4 - notation.Decimals)}";
        return Local(amount.ToString(decimals, CultureInfo.InvariantCulture));
    }

    /// <summary>What is said about a refused text.</summary>
    public string Of(AmountRefusal refusal, string typed, int most)
    {
        var quote = typed.Length > LongestQuote ? "This" : $"\"{typed}\"";
        return refusal switch
        {
            AmountRefusal.Unclear => $"It is not clear what {(typed.Length > LongestQuote ? "this" : quote)} means. Write amounts like {Example}.",
            AmountRefusal.TooManyDecimals => DecimalsLimit(most),
            AmountRefusal.Uneven => $"{quote} does not come out even. {DecimalsLimit(most)}",
            AmountRefusal.TooLarge => $"Amounts must lie between -{Limit(most)} and {Limit(most)}.",
            _ => $"{quote} is not an amount. Write amounts like {Example}, or sums like {Local(notation.Decimals == 0 ? "12" : "12.50")}+7.",
        };
    }

    private static string DecimalsLimit(int most) => most == 0 ? "Amounts have no decimals here." : string.Create(CultureInfo.InvariantCulture, $"Amounts have at most {most} decimals here.");

    private string Example => Grouped("1234") + Local(notation.Decimals == 0 ? "" : ".50");

    private string Limit(int most) => Grouped("99999999999999") + Local(most == 0 ? "" : "." + new string('9', Math.Min(most, 4)));

    private string Grouped(string digits)
    {
        var at = digits.Length - notation.LastGroup;
        var text = Local(digits[at..]);
        for (; at > 0; at -= notation.OtherGroups)
            text = Local(digits[Math.Max(0, at - notation.OtherGroups)..at]) + notation.GroupMark + text;

        return text;
    }

    private string Local(string plain)
    {
        var text = new StringBuilder();
        foreach (var character in plain)
            text.Append(character == '.' ? notation.DecimalMark[0] : char.IsAsciiDigit(character) ? (char)(notation.Zero[0] + character - '0') : character);

        return text.ToString();
    }
}
