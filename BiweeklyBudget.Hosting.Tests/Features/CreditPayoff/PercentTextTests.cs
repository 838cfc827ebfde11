using System.Globalization;
using BiweeklyBudget.Hosting.Features.CreditPayoff;

namespace BiweeklyBudget.Hosting.Tests.Features.CreditPayoff;

public sealed class PercentTextTests
{
    [Theory]
    [InlineData("0.1999", "19.99%")]
    [InlineData("12.345678", "1234.57%")]
    [InlineData("-0.00001", "0.00%")]
    public void Rates_have_two_decimals(string fraction, string text) => Assert.Equal(text, PercentText.Of(decimal.Parse(fraction, CultureInfo.InvariantCulture)));
}
