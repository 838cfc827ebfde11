using System.Text.Json;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Money;

public sealed class DateTextTests
{
    [Fact]
    [Trait("Category", "Vectors")]
    public void Every_kind_is_run() => Assert.Empty(VectorKinds.NotRunBy(typeof(DateTextTests), "display"));

    [Theory]
    [Trait("Category", "Vectors")]
    [Vectors("display", "date_ymd")]
    public void Dates_show_as_year_month_day(VectorCase vector) => Assert.Equal(Text(vector), DateText.Day(Time(vector)));

    [Theory]
    [Trait("Category", "Vectors")]
    [Vectors("display", "date_time")]
    public void Instants_show_to_the_second(VectorCase vector) => Assert.Equal(Text(vector), DateText.Instant(Time(vector)));

    [Fact]
    public void Dates_are_blank_when_there_are_none() => Assert.Equal(("", "", ""), (DateText.Day((DateOnly?)null), DateText.Day((DateTime?)null), DateText.Instant(null)));

    [Fact]
    public void Years_have_four_digits() => Assert.Equal("0033-04-03", DateText.Day(new DateOnly(33, 4, 3)));

    private static string Text(VectorCase vector) => vector.Expected.GetProperty("text").GetString()!;

    private static DateTime? Time(VectorCase vector) =>
        vector.Input.GetProperty("time") is { ValueKind: JsonValueKind.String } time ? time.GetDateTime().ToUniversalTime() : null;
}
