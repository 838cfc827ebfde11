using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Core.Tests.Forms;

public sealed class FieldReaderTests
{
    [Theory]
    [InlineData("\"12.5\"", "12.5")]
    [InlineData("12.5", "12.5")]
    [InlineData("\" -0.0001 \"", "-0.0001")]
    [InlineData("\"+5\"", "5")]
    [InlineData("\".5\"", "0.5")]
    [InlineData("\"5.\"", "5")]
    [InlineData("99999999999999.9999", "99999999999999.9999")]
    [InlineData("\"1.50000\"", "1.5")]
    public void An_amount_is_read_exactly(string json, string amount) =>
        Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), Reader(json).Amount("x"));

    [Theory]
    [InlineData("\"1,000.00\"")]
    [InlineData("\"1e2\"")]
    [InlineData("1e2")]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"1.00005\"")]
    [InlineData("\"--1\"")]
    [InlineData("\".\"")]
    [InlineData("\"\u0661\"")]
    [InlineData("\"99999999999999999999999999999999999999999999999999\"")]
    public void What_cannot_be_stored_exactly_is_no_amount(string json)
    {
        var reader = Reader(json);
        Assert.Null(reader.Amount("x"));
        Assert.Equal($"Invalid Decimal value: \"{json.Trim('"')}\"", Assert.Single(reader.Errors.ByField["x"]));
    }

    [Theory]
    [InlineData("100000000000000")]
    [InlineData("\"-100000000000000.0000\"")]
    public void An_amount_beyond_the_range_names_the_range(string json)
    {
        var reader = Reader(json);
        Assert.Null(reader.Amount("x"));
        Assert.Equal("Amounts must lie between -99,999,999,999,999.9999 and 99,999,999,999,999.9999", Assert.Single(reader.Errors.ByField["x"]));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("\"\\ud800\"")]
    public void Values_of_another_kind_are_errors_and_no_exceptions(string json)
    {
        foreach (var read in new Action<FieldReader>[] { r => r.Amount("x"), r => r.Date("x"), r => r.WholeNumber("x"), r => r.Reference("x", "no") })
        {
            var reader = Reader(json);
            read(reader);
            Assert.Single(reader.Errors.ByField["x"]);
        }
    }

    [Theory]
    [InlineData("\"2017-07-25\"")]
    [InlineData("\"2017-7-25\"")]
    public void A_day_may_have_one_digit(string json) => Assert.Equal(new DateOnly(2017, 7, 25), Reader(json).Date("x"));

    [Theory]
    [InlineData("07/25/2017")]
    [InlineData("2021-02-30")]
    [InlineData("2021-13-01")]
    [InlineData("17-07-25")]
    [InlineData("0000-01-01")]
    [InlineData(" 2017-07-25")]
    [InlineData("2017-07-25T00:00")]
    public void Another_spelling_is_no_day(string text)
    {
        var reader = new FieldReader(new FormValues { ["x"] = text });
        Assert.Null(reader.Date("x"));
        Assert.Equal($"Date \"{text}\" is not valid (YYYY-MM-DD)", Assert.Single(reader.Errors.ByField["x"]));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"on\"", true)]
    [InlineData("\"1\"", true)]
    [InlineData("\"false\"", false)]
    [InlineData("\"off\"", false)]
    [InlineData("0", false)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public void A_flag_has_a_few_spellings(string json, bool? flag)
    {
        var reader = Reader(json);
        Assert.Equal(flag, reader.Flag("x"));
        Assert.False(reader.Errors.Any);
    }

    private static FieldReader Reader(string json)
    {
        Assert.True(FormValues.TryRead(JsonDocument.Parse($$"""{"x": {{json}}}""").RootElement, out var form));
        return new FieldReader(form);
    }
}
