using System.Globalization;
using System.Text;
using BiweeklyBudget.Core.Money;
using CsCheck;

namespace BiweeklyBudget.Core.Tests.Money;

public sealed class MoneyFormatTests
{
    private static readonly MoneyFormat Dollars = new("en_US", "USD");

    // The table of spec/domain.md §3.
    [Theory]
    [InlineData("en_US", "USD", "1234567.891", "$1,234,567.89")]
    [InlineData("en_US", "USD", "-1234.5", "-$1,234.50")]
    [InlineData("en_US", "USD", "0.005", "$0.00")]
    [InlineData("en_US", "USD", "0.015", "$0.02")]
    [InlineData("en_US", "CAD", "1234567.891", "CA$1,234,567.89")]
    [InlineData("en_US", "CAD", "-1234.5", "-CA$1,234.50")]
    [InlineData("de_DE", "EUR", "1234567.891", "1.234.567,89\u00a0€")]
    [InlineData("de_DE", "EUR", "-1234.5", "-1.234,50\u00a0€")]
    [InlineData("fr_FR", "EUR", "-1234.5", "-1\u202f234,50\u00a0€")]
    [InlineData("en_IN", "INR", "1234567.891", "₹12,34,567.89")]
    [InlineData("ja_JP", "JPY", "1234567.891", "\uffe51,234,568")]
    [InlineData("ja_JP", "JPY", "-1234.5", "-\uffe51,234")]
    public void Amounts_of_the_specification(string locale, string currency, string amount, string text) =>
        Assert.Equal(text, new MoneyFormat(locale, currency).Format(decimal.Parse(amount, CultureInfo.InvariantCulture)));

    // What CLDR knows beyond patterns: grouping that begins at five digits, a space beside letters, other digits, the sign's place.
    [Theory]
    [InlineData("es_ES", "EUR", "1234.5", "1234,50\u00a0€")]
    [InlineData("es_ES", "EUR", "12345.5", "12.345,50\u00a0€")]
    [InlineData("en_US", "CHF", "1234.5", "CHF\u00a01,234.50")]
    [InlineData("de_CH", "CHF", "-5", "CHF-5.00")]
    [InlineData("nl_NL", "EUR", "-1", "€\u00a0-1,00")]
    [InlineData("sv_SE", "SEK", "-5", "\u22125,00\u00a0kr")]
    [InlineData("pt_BR", "BRL", "1234.5", "R$\u00a01.234,50")]
    [InlineData("bn_BD", "BDT", "12", "১২.০০৳")]
    public void Peculiarities_of_locales(string locale, string currency, string amount, string text) =>
        Assert.Equal(text, new MoneyFormat(locale, currency).Format(decimal.Parse(amount, CultureInfo.InvariantCulture)));

    [Fact]
    public void Nothing_is_blank() => Assert.Equal("", Dollars.Format(null));

    [Theory]
    [InlineData("0.005", "$0.00")] // 0.5 cents: to the even 0
    [InlineData("0.015", "$0.02")] // 1.5 cents: to the even 2
    [InlineData("0.025", "$0.02")] // 2.5 cents: to the even 2
    [InlineData("0.0250000000000000000000000001", "$0.03")] // just above 2.5 cents, which no binary number tells from it
    [InlineData("-0.025", "-$0.02")]
    public void Halves_round_to_even(string amount, string text) =>
        Assert.Equal(text, Dollars.Format(decimal.Parse(amount, CultureInfo.InvariantCulture)));

    [Fact]
    public void Negative_amounts_that_round_to_zero_have_no_sign()
    {
        Assert.Equal("$0.00", Dollars.Format(-0.005m));
        Assert.Equal("$0.00", Dollars.Format(-0.00m));
        Assert.Equal("-$0.01", Dollars.Format(-0.0051m));
        Assert.Equal("\uffe50", new MoneyFormat("ja_JP", "JPY").Format(-0.5m));
    }

    [Fact]
    public void The_greatest_amounts_keep_all_their_digits()
    {
        Assert.Equal("$79,228,162,514,264,337,593,543,950,335.00", Dollars.Format(decimal.MaxValue));
        Assert.Equal("-$79,228,162,514,264,337,593,543,950,335.00", Dollars.Format(decimal.MinValue));
        Assert.Equal("$999,999.99", Dollars.Format(999999.99m));
        Assert.Equal("$99,999,999,999,999.99", Dollars.Format(99_999_999_999_999.99m));
        Assert.Equal("-$1,999,999,999,999,999.98", Dollars.Format(-1_999_999_999_999_999.98m));
    }

    [Theory]
    [InlineData("JPY", 0, "¥1,235")] // 1234.5678 to whole yen
    [InlineData("USD", 2, "$1,234.57")]
    [InlineData("BHD", 3, "BHD\u00a01,234.568")]
    [InlineData("CLF", 4, "CLF\u00a01,234.5678")]
    public void Each_currency_has_its_own_decimals(string currency, int decimals, string text)
    {
        var money = new MoneyFormat("en_US", currency);
        Assert.Equal(decimals, money.Decimals);
        Assert.Equal(text, money.Format(1234.5678m));
    }

    [Theory]
    [InlineData("en_US")]
    [InlineData("en-US")]
    [InlineData("en_US.UTF-8")]
    [InlineData("en_US@currency=EUR")]
    [InlineData("EN_us")]
    public void The_form_of_a_locales_name_does_not_matter(string locale) => Assert.Equal("$1,234.50", new MoneyFormat(locale, "USD").Format(1234.5m));

    [Theory]
    [InlineData("en_US.UTF-8", "en-US")]
    [InlineData("de_DE@euro", "de-DE")]
    [InlineData("zh_Hant_TW", "zh-Hant-TW")]
    [InlineData("fr-CA", "fr-CA")]
    public void Browsers_get_a_bcp_47_tag(string locale, string tag) => Assert.Equal(tag, new MoneyFormat(locale, "USD").BrowserLocale);

    [Theory]
    [InlineData("xx_YY", "USD")]
    [InlineData("en_XX", "USD")]
    [InlineData("", "USD")]
    [InlineData("en_US", "usd")]
    [InlineData("en_US", "ZZZ")]
    [InlineData("en_US", "USD/EUR")]
    public void Unknown_locales_and_currencies_are_refused(string locale, string currency) =>
        Assert.Throws<ArgumentException>(() => new MoneyFormat(locale, currency));

    [Fact]
    public void Every_locale_of_dotnet_formats_every_kind_of_currency()
    {
        var locales = CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(c => c.Name).Where(n => n.Length > 0).ToList();
        Assert.True(locales.Count > 300);
        Assert.All(locales, locale => Assert.All(["USD", "EUR", "JPY", "BHD", "INR", "CHF"], currency =>
        {
            var money = new MoneyFormat(locale, currency);
            var text = money.Format(-1234567.891m);
            Assert.NotEmpty(money.Symbol);
            Assert.True(text.EnumerateRunes().Count(Rune.IsDigit) == 7 + money.Decimals, $"{locale} {currency}: {text}");
            Assert.NotEqual(text, money.Format(1234567.891m));
        }));
    }

    [Fact]
    public void Every_currency_of_dotnet_is_known() =>
        Assert.All(
            CultureInfo.GetCultures(CultureTypes.SpecificCultures).Where(c => c.Name.Length > 0).Select(c => new RegionInfo(c.Name).ISOCurrencySymbol).Where(c => c is { Length: 3 } && char.IsAsciiLetterUpper(c[0])).Distinct(),
            code => Assert.Matches("\\d", new MoneyFormat("en_US", code).Format(1m)));

    [Fact]
    public void Text_of_an_amount_reads_back_as_the_amount_rounded_half_even() =>
        Gen.Decimal[-1_000_000m, 1_000_000m].Sample(amount =>
            decimal.Parse(Dollars.Format(amount).Replace("$", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture)
            == Math.Round(amount, 2, MidpointRounding.ToEven));

    [Fact]
    public void One_format_serves_many_threads()
    {
        var money = new MoneyFormat("de_DE", "EUR");
        Parallel.For(0, 20_000, i => Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{i % 1000},50\u00a0€"), money.Format((i % 1000) + 0.5m)));
    }
}
