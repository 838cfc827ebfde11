using System.Globalization;
using System.Numerics;

namespace BiweeklyBudget.Core.Money;

/// <summary>
/// Reads amounts as people type them: as the locale writes them, with the currency's symbol or without, in brackets for negative ones, as sums and products. Nothing is
/// guessed and nothing is rounded (docs/adr/0034-typed-amounts.md). eng/testdata/fixtures/amounts.json says what is read and what is refused, here and in the browser.
/// </summary>
/// <param name="notation">How amounts are written.</param>
internal sealed class AmountReader(AmountNotation notation)
{
    private const int LongestText = 200;

    private readonly AmountTokens _tokens = new(notation);
    private readonly AmountWords _words = new(notation);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Most decimals of the amount.</param>
    /// <returns>The amount, or why there is none.</returns>
    public AmountReading Read(string text, int most)
    {
        var typed = AmountNotation.WithoutMarks(text).Trim();
        if (typed.Length == 0)
            return AmountReading.Refused(AmountRefusal.Blank, AmountWords.Blank);

        var isMinusLast = notation.IsMinusLast && typed is [.., '-' or '\u2212'];
        var isNegative = isMinusLast || typed is ['(', .., ')'];
        var tokens = typed.Length > LongestText ? null : _tokens.Of(isMinusLast ? typed[..^1] : isNegative ? typed[1..^1] : typed);
        if (tokens is null || (isNegative && tokens.Exists(token => token.Kind is not (AmountToken.Number or AmountToken.Symbol))))
            return Refused(AmountRefusal.NotAnAmount, typed, most);

        var sum = new AmountSum(tokens, notation, _tokens, most);
        if (sum.Refusal is { } refusal)
            return Refused(refusal, typed, most);

        return Amount(isNegative ? -sum.Value : sum.Value, most) is { } amount
            ? amount
            : Refused(sum.HasDivision ? AmountRefusal.Uneven : AmountRefusal.TooManyDecimals, typed, most);

        AmountReading? Amount(AmountFraction value, int decimals) =>
            value.InUnits(decimals) is not { } units ? null
            : BigInteger.Abs(units) > (BigInteger)(StorableAmount.Largest * 10_000m) * BigInteger.Pow(10, decimals) / 10_000 ? Refused(AmountRefusal.TooLarge, typed, most)
            : AmountReading.Of(Shortest((decimal)units / (decimal)BigInteger.Pow(10, decimals)));
    }

    // With the currency's decimals, and more only where they say something.
    private decimal Shortest(decimal amount)
    {
        var decimals = notation.Decimals;
        while (decimal.Round(amount, decimals) != amount)
            decimals++;

        return decimal.Parse(amount.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private AmountReading Refused(AmountRefusal refusal, string typed, int most) => AmountReading.Refused(refusal, _words.Of(refusal, typed, most));
}
