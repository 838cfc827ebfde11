using System.Globalization;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Core.Tests.Money;

public sealed class SmallTextTests
{
    [Theory]
    [InlineData(0, "0 months")]
    [InlineData(1, "1 month")]
    [InlineData(3, "3 months")]
    [InlineData(12, "1.0 years")]
    [InlineData(15, "1.2 years")] // 1.25 to the even 1.2
    [InlineData(21, "1.8 years")] // 1.75 to the even 1.8
    [InlineData(30, "2.5 years")]
    public void Months_become_years_at_twelve(int months, string text) => Assert.Equal(text, MonthsText.Of(months));

    [Theory]
    [InlineData("0.1999", "19.99%")]
    [InlineData("12.345678", "1234.57%")]
    [InlineData("-0.00001", "0.00%")]
    public void Rates_have_two_decimals(string fraction, string text) => Assert.Equal(text, PercentText.Of(decimal.Parse(fraction, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("100", "green")]
    [InlineData("99.9999", "yellow")]
    [InlineData("0", "red")]
    public void The_tile_turns_green_at_one_hundred(string remaining, string colour) =>
        Assert.Equal(colour, RemainingColour.Of(decimal.Parse(remaining, CultureInfo.InvariantCulture)));

    [Fact]
    public void Dates_are_blank_when_there_are_none() => Assert.Equal(("", "", ""), (DateText.Day((DateOnly?)null), DateText.Day((DateTime?)null), DateText.Instant(null)));

    [Fact]
    public void Years_have_four_digits() => Assert.Equal("0033-04-03", DateText.Day(new DateOnly(33, 4, 3)));
}
