using System.Globalization;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Ui;

namespace BiweeklyBudget.Hosting.Tests.Ui;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("en_US", "USD", "2000002600", "#,0", "2,000,002,600")]
    [InlineData("de_DE", "EUR", "2000002600", "#,0", "2.000.002.600")]
    [InlineData("en_IN", "INR", "2000002600", "#,0", "2,00,00,02,600")]
    [InlineData("de_DE", "EUR", "12.345", "0.000", "12,345")]
    [InlineData("en_US", "USD", "24.5", "0.####", "24.5")]
    [InlineData("fr_FR", "EUR", "24.50", "0.####", "24,5")]
    [InlineData("ar_EG", "EGP", "12.5", "0.###", "١٢٫٥")]
    public void A_number_has_the_marks_and_digits_of_the_households_amounts(string locale, string currency, string number, string format, string text) =>
        Assert.Equal(text, NumberText.Of(decimal.Parse(number, CultureInfo.InvariantCulture), format, new MoneyFormat(locale, currency).Notation));

    [Fact]
    public void What_is_not_known_is_blank() => Assert.Equal("", NumberText.Of(null, "0.###", new MoneyFormat("en_US", "USD").Notation));
}
