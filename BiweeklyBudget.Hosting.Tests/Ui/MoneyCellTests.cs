using System.Globalization;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Ui;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BiweeklyBudget.Hosting.Tests.Ui;

public sealed class MoneyCellTests
{
    private static readonly MoneyFormat Dollars = new("en_US", "USD");

    [Theory]
    [InlineData("-0.004", "$0.00", true)] // D 21 drops the sign; red is every amount below zero
    [InlineData("-1", "-$1.00", true)]
    [InlineData("0", "$0.00", false)]
    [InlineData("12.3", "$12.30", false)]
    public void Cells_are_red_below_zero(string amount, string text, bool isNegative) =>
        Assert.Equal(new MoneyCell(text, isNegative), MoneyCell.Of(decimal.Parse(amount, CultureInfo.InvariantCulture), Dollars));

    [Fact]
    public void A_cell_without_amount_is_blank() => Assert.Equal(new MoneyCell("", false), MoneyCell.Of(null, Dollars));

    [Theory]
    [InlineData("-1", false, "bb-money text-danger", "-$1.00")]
    [InlineData("-1", true, "bb-money", "-$1.00")]
    [InlineData("1", false, "bb-money", "$1.00")]
    [InlineData(null, false, "bb-money", "–")]
    public void Pages_write_a_cell_in_its_colour_unless_it_is_plain(string? amount, bool plain, string style, string text)
    {
        var output = new TagHelperOutput("bb-money", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new MoneyTagHelper(Dollars) { Amount = amount is null ? null : decimal.Parse(amount, CultureInfo.InvariantCulture), Plain = plain }
            .Process(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        Assert.Equal((style, text), (output.Attributes["class"].Value, output.Content.GetContent(NullHtmlEncoder.Default)));
    }
}
