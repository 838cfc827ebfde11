using System.Globalization;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Money;

[Trait("Category", "Vectors")]
public sealed class CurrencyVectorTests
{
    [Fact]
    public void Every_kind_is_run() => Assert.All(VectorCase.All("currency"), c => Assert.True(c.Kind is "format" or "symbol", c.Kind));

    [Theory]
    [Vectors("currency", "format")]
    public void Amounts_look_as_cldr_says(VectorCase vector)
    {
        var money = MoneyOf(vector);
        var amount = decimal.Parse(vector.Input.GetProperty("amount").GetString()!, NumberStyles.Number, CultureInfo.InvariantCulture);
        Assert.Equal(Expected(vector.Expected.GetProperty("text").GetString()!, amount, money), money.Format(amount));
    }

    [Theory]
    [Vectors("currency", "symbol")]
    public void Symbols_are_those_of_the_locale(VectorCase vector) =>
        Assert.Equal(vector.Expected.GetProperty("symbol").GetString(), MoneyOf(vector).Symbol);

    /// <summary>The vector's text, without its sign where D 21 wants zero unsigned.</summary>
    private static string Expected(string text, decimal amount, MoneyFormat money)
    {
        if (amount >= 0 || decimal.Round(amount, money.Decimals, MidpointRounding.ToEven) != 0)
            return text;

        _ = KnownDifferences.Rule("currency", "negative-zero-unsigned");
        return text.Replace("-", "", StringComparison.Ordinal).Replace("\u2212", "", StringComparison.Ordinal);
    }

    private static MoneyFormat MoneyOf(VectorCase vector) =>
        new(vector.Input.GetProperty("locale").GetString()!, vector.Input.GetProperty("currency").GetString()!);
}
