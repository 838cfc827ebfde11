namespace BiweeklyBudget.Core.Money;

/// <summary>Takes a typed amount to pieces: numbers as they were written, symbols of the currency, operators.</summary>
/// <param name="notation">How amounts are written.</param>
internal sealed class AmountTokens(AmountNotation notation)
{
    /// <summary>Characters that stand for spaces between groups of digits; people type whichever their keyboard has.</summary>
    public static bool IsSpace(char character) => character is ' ' or '\u00a0' or '\u202f' or '\u2009' or '\t';

    /// <summary>Whether a character stands between groups of digits in this notation.</summary>
    public bool IsGroupMark(char character) => notation.GroupMark is [var mark] && (character == mark || (IsSpace(mark) && IsSpace(character)) || (IsApostrophe(mark) && IsApostrophe(character)));

    /// <summary>The value of a digit, of Unicode's first ones or the locale's own; -1 for another character.</summary>
    public int Digit(char character) => char.IsAsciiDigit(character) ? character - '0' : character - notation.Zero[0] is >= 0 and <= 9 and var digit ? digit : -1;

    /// <summary>Takes a text to pieces.</summary>
    /// <returns>The pieces; null when there is a character that is none of an amount's.</returns>
    public List<AmountToken>? Of(string text)
    {
        var tokens = new List<AmountToken>();
        for (var i = 0; i < text.Length;)
        {
            if (IsSpace(text[i]))
            {
                i++;
            }
            else if (SymbolAt(text, i) is { } symbol)
            {
                tokens.Add(new AmountToken(AmountToken.Symbol));
                i += symbol.Length;
            }
            else if (Operator(text[i]) is { } sign)
            {
                tokens.Add(new AmountToken(sign));
                i++;
            }
            else if (EndOfNumber(text, i) is var end && end > i)
            {
                tokens.Add(new AmountToken(AmountToken.Number, text[i..end]));
                i = end;
            }
            else
            {
                return null;
            }
        }

        return tokens;
    }

    private static bool IsApostrophe(char character) => character is '\'' or '\u2019';

    private static char? Operator(char character) => character switch
    {
        '+' => '+',
        '-' or '\u2212' => '-',
        '*' or '\u00d7' => '*',
        '/' or '\u00f7' => '/',
        _ => null,
    };

    private string? SymbolAt(string text, int at) => notation.Symbols.FirstOrDefault(symbol => text.AsSpan(at).StartsWith(symbol, StringComparison.OrdinalIgnoreCase));

    private int EndOfNumber(string text, int start)
    {
        var i = start;
        while (i < text.Length && (Digit(text[i]) >= 0 || text[i] is '.' or ',' || notation.DecimalMark[0] == text[i] || IsMarkBetweenDigits(text, i)))
            i++;

        return i;
    }

    private bool IsMarkBetweenDigits(string text, int at) =>
        IsGroupMark(text[at]) && at > 0 && Digit(text[at - 1]) >= 0 && at + 1 < text.Length && Digit(text[at + 1]) >= 0;
}
