using System.Globalization;
using System.Text;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Hosting.Ui;

/// <summary>Measured numbers, which are no money, with the marks and digits that the household's region has for amounts.</summary>
internal static class NumberText
{
    /// <summary>A number; empty for null.</summary>
    /// <param name="number">The number.</param>
    /// <param name="format">A custom format of .NET, such as <c>#,0</c> or <c>0.###</c>.</param>
    /// <param name="notation">How amounts are written.</param>
    public static string Of(decimal? number, string format, AmountNotation notation)
    {
        if (number is not { } value)
        {
            return "";
        }

        var marks = new NumberFormatInfo
        {
            NumberDecimalSeparator = notation.DecimalMark,
            NumberGroupSeparator = notation.GroupMark,
            NumberGroupSizes = notation.LastGroup == notation.OtherGroups ? [notation.LastGroup] : [notation.LastGroup, notation.OtherGroups],
        };
        return Digits(value.ToString(format, marks), notation.Zero);
    }

    private static string Digits(string text, string zero)
    {
        if (zero == "0")
        {
            return text;
        }

        var first = Rune.GetRuneAt(zero, 0).Value;
        return string.Concat(text.Select(letter => char.IsAsciiDigit(letter) ? new Rune(first + letter - '0').ToString() : letter.ToString()));
    }
}
