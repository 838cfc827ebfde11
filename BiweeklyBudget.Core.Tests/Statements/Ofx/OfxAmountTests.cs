using System.Globalization;
using BiweeklyBudget.Core.Statements.Ofx;

namespace BiweeklyBudget.Core.Tests.Statements.Ofx;

/// <summary>spec/bank-data.md §1.5.</summary>
public sealed class OfxAmountTests
{
    [Theory]
    [InlineData("10,000.50", "10000.50")]
    [InlineData("1,234,567.89", "1234567.89")]
    [InlineData("10.000,50", "10000.50")]
    [InlineData("1.234.567,89", "1234567.89")]
    [InlineData("10000,50", "10000.50")]
    [InlineData("1 025,53", "1025.53")]
    [InlineData("1\u00a0025,53", "1025.53")]
    [InlineData("+1058,53", "1058.53")]
    [InlineData("-.5", "-0.5")]
    [InlineData(".5", "0.5")]
    [InlineData("12.", "12")]
    [InlineData("1,000", "1.000")]
    [InlineData("-1,000", "-1")]
    [InlineData("null", "0")]
    [InlineData("-null", "0")]
    [InlineData("-1,00,000.25", "-100000.25")]
    public void An_amount_is_read(string text, string expected)
    {
        Assert.True(OfxAmount.TryParse(text, out var amount));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), amount);
    }

    [Theory]
    [InlineData("(12.00)")]
    [InlineData("$12.00")]
    [InlineData("1,234,567")]
    [InlineData("1.234.567")]
    [InlineData("1,234.5,6")]
    [InlineData("1.234,5.6")]
    [InlineData("ABC")]
    [InlineData("1e3")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("12-")]
    [InlineData("--1")]
    [InlineData("1+2")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("١٢")]
    [InlineData("0x10")]
    [InlineData("99999999999999999999999999999999")]
    public void Anything_else_is_no_amount(string text) => Assert.False(OfxAmount.TryParse(text, out _));

    [Theory]
    [InlineData(".", true)]
    [InlineData("-", true)]
    [InlineData(" - . ", true)]
    [InlineData("+,", true)]
    [InlineData("", false)]
    [InlineData("ABC", false)]
    [InlineData("()", false)]
    [InlineData("-0", false)]
    [InlineData("$", false)]
    public void An_amount_without_a_digit_is_told_from_a_wrong_one(string text, bool isWithoutDigits) => Assert.Equal(isWithoutDigits, OfxAmount.IsWithoutDigits(text));

    [Theory]
    [InlineData("99999999999999.9999", "99999999999999.9999")]
    [InlineData("-99999999999999.99994", "-99999999999999.9999")]
    [InlineData("0.00005", "0.0001")]
    [InlineData("99999999999999.99995", null)]
    [InlineData("-100000000000000", null)]
    public void What_the_database_cannot_hold_is_told_apart(string amount, string? stored) =>
        Assert.Equal(stored is null ? null : decimal.Parse(stored, CultureInfo.InvariantCulture), OfxAmount.Stored(decimal.Parse(amount, CultureInfo.InvariantCulture)));
}
