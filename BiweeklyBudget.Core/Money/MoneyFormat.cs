using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BiweeklyBudget.Core.Money.Icu;

namespace BiweeklyBudget.Core.Money;

/// <summary>
/// Amounts of money as text: CLDR's standard currency pattern of a locale with the currency's own number of decimals, halves rounded to even.
/// An amount that rounds to zero has no sign. Immutable, and safe to use from many threads.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "Lives as long as the program; the handle frees itself with the object.")]
public sealed class MoneyFormat
{
    // More than decimal.MinValue with all of its places takes.
    private const int LongestAmount = 64;

    private readonly IcuFormatterHandle _formatter;
    private readonly AmountReader _reader;
    private readonly AmountWords _words;

    /// <summary>Creates the format of one locale and currency; this is dear, formatting is cheap: keep the object.</summary>
    /// <param name="localeName">A locale, with underscores or hyphens; an encoding or modifier (<c>.UTF-8</c>, <c>@euro</c>) is ignored.</param>
    /// <param name="currencyCode">ISO 4217 code in capitals.</param>
    /// <exception cref="ArgumentException">The locale or the currency is unknown.</exception>
    public MoneyFormat(string localeName, string currencyCode)
    {
        ArgumentNullException.ThrowIfNull(localeName);
        ArgumentNullException.ThrowIfNull(currencyCode);
        if (!Locales.IsKnown(localeName))
            throw new ArgumentException($"Unknown locale \"{localeName}\".", nameof(localeName));

        if (!Currencies.IsKnown(currencyCode))
            throw new ArgumentException($"Unknown currency \"{currencyCode}\".", nameof(currencyCode));

        LocaleName = localeName;
        CurrencyCode = currencyCode;
        var locale = Locales.WithoutEncoding(localeName);
        Symbol = IcuFunctions.Symbol(currencyCode, locale);
        Decimals = IcuFunctions.Decimals(currencyCode);
        _formatter = new IcuFormatterHandle($"currency/{currencyCode} precision-currency-standard rounding-mode-half-even", locale);
        Notation = AmountNotation.Of(currencyCode, locale, Decimals);
        _reader = new AmountReader(Notation);
        _words = new AmountWords(Notation);
    }

    /// <summary>The locale's name as given.</summary>
    public string LocaleName { get; }

    /// <summary>ISO 4217 code.</summary>
    public string CurrencyCode { get; }

    /// <summary>The locale's name as browsers take it (BCP 47), for <c>Intl.NumberFormat</c>.</summary>
    public string BrowserLocale => Locales.BrowserName(LocaleName);

    /// <summary>The currency's symbol in the locale: <c>$</c>, <c>CA$</c>, <c>CHF</c>.</summary>
    public string Symbol { get; }

    /// <summary>The currency's number of decimals: 2 for USD, 0 for JPY, 3 for BHD.</summary>
    public int Decimals { get; }

    /// <summary>How amounts are written here, for who reads them elsewhere, such as in a browser.</summary>
    public AmountNotation Notation { get; }

    /// <summary>Formats an amount.</summary>
    /// <param name="amount">The amount, or null.</param>
    /// <returns>Its text; empty for null.</returns>
    public string Format(decimal? amount)
    {
        if (amount is not { } value)
            return "";

        var rounded = decimal.Round(value, Decimals, MidpointRounding.ToEven);
        if (rounded == 0)
            rounded = 0; // a decimal's zero can carry a sign

        Span<byte> digits = stackalloc byte[LongestAmount];
        rounded.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        return _formatter.Format(digits[..length]);
    }

    /// <summary>
    /// Reads an amount as people type it: <c>1,234.50</c>, <c>$5</c>, <c>(3.00)</c>, <c>12+7.50</c>. What is not clear is refused, and nothing is rounded.
    /// A program's own numbers need no reading: they are not written in a locale's way.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <param name="decimals">Most decimals of the amount, up to 4; null for the currency's.</param>
    /// <returns>The amount, or why there is none.</returns>
    public AmountReading Read(string text, int? decimals = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals ?? 0, 4, nameof(decimals));
        ArgumentOutOfRangeException.ThrowIfNegative(decimals ?? 0, nameof(decimals));
        return _reader.Read(text, decimals ?? Decimals);
    }

    /// <summary>Writes an amount as people type it: without symbol and groups, with all of its decimals. <see cref="Read"/> reads it again.</summary>
    /// <param name="amount">The amount, or null.</param>
    /// <returns>Its text; empty for null.</returns>
    public string Write(decimal? amount) => amount is { } value ? _words.Write(value) : "";
}
