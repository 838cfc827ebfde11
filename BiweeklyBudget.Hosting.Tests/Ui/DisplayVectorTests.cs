using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Features.CreditPayoff;
using BiweeklyBudget.Hosting.Ui;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Hosting.Tests.Ui;

[Trait("Category", "Vectors")]
public sealed class DisplayVectorTests
{
    // Currency and locale of the vectors' world.
    private static readonly MoneyFormat Money = new("en_US", "USD");

    [Fact]
    public void Every_kind_is_run() => Assert.Empty(VectorKinds.OfPagesNotRunBy("display", typeof(DisplayVectorTests)));

    [Theory]
    [Vectors("display", "period_panel_color")]
    public void Tiles_have_the_colour_of_what_remains(VectorCase vector) =>
        Assert.Equal(vector.Expected.GetProperty("color").GetString(), RemainingColour.Of(Amount(vector.Input, "remaining")!.Value));

    [Theory]
    [Vectors("display", "percent")]
    public void Rates_show_as_percentage(VectorCase vector) => Assert.Equal(Text(vector), PercentText.Of(Amount(vector.Input, "fraction")));

    [Theory]
    [Vectors("display", "months_years")]
    public void Months_show_in_words(VectorCase vector)
    {
        var months = vector.Input.GetProperty("months").GetInt32();
        var expected = Text(vector);
        if (months < 12)
        {
            _ = KnownDifferences.Rule("display", "whole-months");
            expected = months == 1 ? "1 month" : string.Create(CultureInfo.InvariantCulture, $"{months} months");
        }

        Assert.Equal(expected, MonthsText.Of(months));
    }

    [Theory]
    [Vectors("display", "pluralize")]
    public void Words_go_with_their_number(VectorCase vector) =>
        Assert.Equal(Text(vector), Plural.Of(vector.Input.GetProperty("word").GetString()!, vector.Input.GetProperty("number").GetInt64()));

    [Theory]
    [Vectors("display", "money_cell")]
    public void Amounts_below_zero_are_red(VectorCase vector)
    {
        var amount = Amount(vector.Input, "amount");
        Assert.Equal(new MoneyCell(Unsigned(Text(vector), amount), vector.Expected.GetProperty("highlighted").GetBoolean()), MoneyCell.Of(amount, Money));
    }

    [Theory]
    [Vectors("display", "budget_cell")]
    public void Budgets_of_a_transaction_show_largest_first(VectorCase vector)
    {
        var shares = vector.Input.GetProperty("budgets").EnumerateObject()
            .Select(b => new BudgetShare(int.Parse(b.Name, CultureInfo.InvariantCulture), b.Value.GetProperty("name").GetString()!, Amount(b.Value, "amount")!.Value, IsIncome: false))
            .ToList();
        var expected = vector.Expected.GetProperty("lines").EnumerateArray().Select(line =>
        {
            var id = line.GetProperty("budget_id").GetInt32();
            var text = line.GetProperty("amount_text").GetString();
            return new BudgetCellLine(id, line.GetProperty("name").GetString()!, text is null ? null : Unsigned(text, shares.Single(s => s.BudgetId == id).Amount));
        });
        Assert.Equal(expected, BudgetCell.Lines(shares, Money));
    }

    [Theory]
    [Vectors("display", "time_ago")]
    public void Ages_show_in_words(VectorCase vector) => Assert.Equal(Text(vector), AgoText.Describe(Time(vector.Input, "time"), Time(vector.Input, "now")!.Value));

    private static string Unsigned(string text, decimal? amount)
    {
        if (amount is not < 0 || decimal.Round(amount.Value, 2, MidpointRounding.ToEven) != 0)
            return text;

        _ = KnownDifferences.Rule("display", "negative-zero-unsigned");
        return text.Replace("-", "", StringComparison.Ordinal);
    }

    private static string Text(VectorCase vector) => vector.Expected.GetProperty("text").GetString()!;

    private static decimal? Amount(JsonElement of, string name) =>
        of.GetProperty(name).GetString() is { } text ? decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) : null;

    private static DateTime? Time(JsonElement of, string name) =>
        of.GetProperty(name) is { ValueKind: JsonValueKind.String } time ? time.GetDateTime().ToUniversalTime() : null;
}
