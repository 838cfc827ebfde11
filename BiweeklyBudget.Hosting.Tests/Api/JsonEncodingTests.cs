using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Hosting.Tests.Api;

[Trait("Category", "Vectors")]
public sealed class JsonEncodingTests
{
    public static IEnumerable<object[]> Values => VectorCase.All("json_encoding").Select(vector => new object[] { vector });

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_encoded_as_recorded(VectorCase vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        Assert.Equal("value", vector.Kind);
        var encoded = JsonSerializer.SerializeToElement(ValueOf(vector.Input), ApiJson.Models);
        var expected = vector.Expected.GetProperty("json");
        Assert.True(JsonElement.DeepEquals(expected, encoded), $"expected {expected}\nbut was {encoded}");
    }

    [Theory]
    [InlineData("100.0000", "100.0")]
    [InlineData("-0.0000", "0.0")]
    [InlineData("999999.9999", "999999.9999")]
    [InlineData("-0.0001", "-0.0001")]
    [InlineData("0.1", "0.1")]
    public void Decimals_keep_all_digits_and_show_at_least_one_decimal(string value, string text) =>
        Assert.Equal(text, JsonSerializer.Serialize(decimal.Parse(value, CultureInfo.InvariantCulture), ApiJson.Models));

    [Fact]
    public void Seconds_show_a_decimal_as_in_upstreams_replies()
    {
        Assert.Contains("\"ts\":1501200000.0,", JsonSerializer.Serialize(new DateOnly(2017, 7, 28), ApiJson.Models), StringComparison.Ordinal);
        Assert.Contains("\"ts\":1501223084.0,", JsonSerializer.Serialize(new DateTime(2017, 7, 28, 6, 24, 44, DateTimeKind.Utc), ApiJson.Models), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_and_charts_have_dates_as_text() => Assert.Equal("\"2017-07-28\"", JsonSerializer.Serialize(new DateOnly(2017, 7, 28), ApiJson.Tables));

    private static object ValueOf(JsonElement input)
    {
        var value = input.GetProperty("value").GetString()!;
        return input.GetProperty("type").GetString() switch
        {
            "date" => DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            "datetime" => DateTime.ParseExact(value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            "decimal" => decimal.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture),
            "account_type" => Enum.Parse<AccountType>(value),
            var type => throw new InvalidOperationException($"Nothing encodes {type}."),
        };
    }
}
