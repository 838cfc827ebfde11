using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Calendar;

[Trait("Category", "Vectors")]
public sealed class PayPeriodVectorTests
{
    private const string Area = "pay_periods";

    [Fact]
    public void Every_kind_is_run() => Assert.Empty(VectorKinds.NotRunBy(typeof(PayPeriodVectorTests), Area));

    [Theory]
    [Vectors(Area, "period_for_date")]
    public void The_period_of_a_date(VectorCase vector)
    {
        var (input, expected) = (new VectorRow(vector.Input), new VectorRow(vector.Expected));
        var calendar = CalendarOf(input);
        var period = calendar.Containing(input.Date("date")!.Value);
        Assert.Equal(
            (expected.Date("start"), expected.Date("end"), expected.Date("next_start"), expected.Date("previous_start")),
            (period.Start, period.End, calendar.Next(period).Start, calendar.Previous(period).Start));
        Assert.True(period.Contains(input.Date("date")!.Value));
    }

    [Theory]
    [Vectors(Area, "is_in_past")]
    public void Whether_a_period_is_in_the_past(VectorCase vector)
    {
        var (input, expected) = (new VectorRow(vector.Input), new VectorRow(vector.Expected));
        var period = Beginning(input, "period_start");
        Assert.Equal((expected.Date("end"), vector.Expected.GetProperty("is_in_past").GetBoolean()), (period.End, period.IsPast(input.Date("today")!.Value)));
    }

    [Theory]
    [Vectors(Area, "redirect")]
    public void Where_the_search_for_a_period_leads(VectorCase vector)
    {
        var input = new VectorRow(vector.Input);
        var period = CalendarOf(input).Containing((input.Date("date") ?? input.Date("today"))!.Value);
        Assert.Equal(302, vector.Expected.GetProperty("status").GetInt32());
        Assert.Equal(vector.Expected.GetProperty("location").GetString(), $"/payperiod/{period}");
    }

    [Theory]
    [Vectors(Area, "compare")]
    public void The_order_of_periods(VectorCase vector)
    {
        var input = new VectorRow(vector.Input);
        var (a, b) = (Beginning(input, "a_start"), Beginning(input, "b_start"));
        Assert.Equal(vector.Expected.GetProperty("order").GetInt32(), Math.Sign(a.CompareTo(b)));
        Assert.Equal(vector.Expected.GetProperty("equal").GetBoolean(), a == b);
        Assert.Equal((a.CompareTo(b) < 0, a.CompareTo(b) <= 0, a.CompareTo(b) > 0, a.CompareTo(b) >= 0), (a < b, a <= b, a > b, a >= b));
    }

    private static PayCalendar CalendarOf(VectorRow input) => PayCalendar.Fortnightly(input.Date("anchor")!.Value);

    private static PayPeriod Beginning(VectorRow input, string field) => Fortnights.Beginning(input.Date(field)!.Value);
}
