using System.Buffers;
using System.Text;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// The text of a statement without the values in it. Most values are parameters, which are no part of the text; but a list of keys that something is looked up by is written out on MySQL
/// (<c>IN ('2017-07-28-1', …)</c>), and keys of bank transactions may have account numbers in them.
/// </summary>
internal static class MaskedStatement
{
    private const string Mask = "?";

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.xXabcdefABCDEF");

    /// <summary>
    /// Replaces every text literal, and every number that stands where a value can: names that are quoted, names that have digits in them, and numbers of
    /// <c>LIMIT</c> and <c>OFFSET</c> stay.
    /// </summary>
    /// <param name="statement">Of either engine.</param>
    public static string Of(string statement)
    {
        var masked = new StringBuilder(statement.Length);
        var position = 0;
        while (position < statement.Length)
        {
            var rest = statement.AsSpan(position);
            var length = rest[0] switch
            {
                '\'' => LiteralLength(rest),
                '"' or '`' => QuotedLength(rest, rest[0]),
                '[' => BracketLength(rest),
                var letter when char.IsAsciiDigit(letter) => NumberLength(rest),
                var letter when IsOfName(letter) => NameLength(rest),
                _ => 1,
            };
            var isValue = rest[0] == '\'' || (char.IsAsciiDigit(rest[0]) && !CountsRows(masked));
            masked.Append(isValue ? Mask : rest[..length]);
            position += length;
        }

        return masked.ToString();
    }

    // Both engines double a quote in a text; MySQL also takes a backslash before it. Where it ends is so in both: for SQLite a text may be taken as longer than it is, never as shorter.
    private static int LiteralLength(ReadOnlySpan<char> rest)
    {
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] == '\\')
            {
                i++;
            }
            else if (rest[i] == '\'')
            {
                if (i + 1 >= rest.Length || rest[i + 1] != '\'')
                {
                    return i + 1;
                }

                i++;
            }
        }

        return rest.Length;
    }

    private static int QuotedLength(ReadOnlySpan<char> rest, char quote) => rest[1..].IndexOf(quote) is >= 0 and var end ? end + 2 : rest.Length;

    private static int BracketLength(ReadOnlySpan<char> rest) => rest.IndexOf(']') is >= 0 and var end ? end + 1 : 1;

    private static int NumberLength(ReadOnlySpan<char> rest) => rest.IndexOfAnyExcept(OfNumbers) is >= 0 and var end ? end : rest.Length;

    private static int NameLength(ReadOnlySpan<char> rest)
    {
        var length = 1;
        while (length < rest.Length && (IsOfName(rest[length]) || char.IsAsciiDigit(rest[length])))
        {
            length++;
        }

        return length;
    }

    private static bool IsOfName(char letter) => char.IsLetter(letter) || letter is '_' or '@' or '$' or '#';

    // How many rows are read is no secret, and says what the statement is for.
    private static bool CountsRows(StringBuilder before)
    {
        var text = before.ToString(Math.Max(0, before.Length - 10), Math.Min(10, before.Length)).TrimEnd();
        return text.EndsWith("LIMIT", StringComparison.OrdinalIgnoreCase) || text.EndsWith("OFFSET", StringComparison.OrdinalIgnoreCase);
    }
}
