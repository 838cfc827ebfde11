using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.PayPeriods;

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
        var period = PayPeriod.Containing(input.Date("date")!.Value, input.Date("anchor")!.Value);
        Assert.Equal(
            (expected.Date("start"), expected.Date("end"), expected.Date("next_start"), expected.Date("previous_start")),
            (period.Start, period.End, period.Next.Start, period.Previous.Start));
        Assert.True(period.Contains(input.Date("date")!.Value));
    }

    [Theory]
    [Vectors(Area, "is_in_past")]
    public void Whether_a_period_is_in_the_past(VectorCase vector)
    {
        var (input, expected) = (new VectorRow(vector.Input), new VectorRow(vector.Expected));
        var period = new PayPeriod(input.Date("period_start")!.Value);
        Assert.Equal((expected.Date("end"), vector.Expected.GetProperty("is_in_past").GetBoolean()), (period.End, period.IsPast(input.Date("today")!.Value)));
    }

    [Theory]
    [Vectors(Area, "relative_label")]
    public void The_label_beside_the_current_period(VectorCase vector)
    {
        var (input, expected) = (new VectorRow(vector.Input), new VectorRow(vector.Expected));
        var anchor = input.Date("anchor")!.Value;
        var period = PayPeriod.Containing(input.Date("date")!.Value, anchor);
        Assert.Equal((expected.Date("start"), expected.Text("label")), (period.Start, period.LabelSeenFrom(PayPeriod.Containing(input.Date("today")!.Value, anchor))));
    }

    [Theory]
    [Vectors(Area, "listing")]
    public void The_periods_that_pages_list(VectorCase vector)
    {
        var input = new VectorRow(vector.Input);
        var current = PayPeriod.Containing(input.Date("today")!.Value, input.Date("anchor")!.Value);
        Assert.Equal(vector.Expected.GetProperty("current").GetString(), current.ToString());
        Assert.Equal(Texts("payperiods_page"), ShownPeriods.InList(current).Select(p => p.ToString()));
        Assert.Equal(Texts("index_page"), ShownPeriods.AtHome(current).Select(p => p.ToString()));

        IEnumerable<string> Texts(string name) => vector.Expected.GetProperty(name).EnumerateArray().Select(t => t.GetString()!);
    }

    [Theory]
    [Vectors(Area, "redirect")]
    public void Where_the_search_for_a_period_leads(VectorCase vector)
    {
        var input = new VectorRow(vector.Input);
        var period = PayPeriod.Containing((input.Date("date") ?? input.Date("today"))!.Value, input.Date("anchor")!.Value);
        Assert.Equal(302, vector.Expected.GetProperty("status").GetInt32());
        Assert.Equal(vector.Expected.GetProperty("location").GetString(), $"/payperiod/{period}");
    }

    [Theory]
    [Vectors(Area, "compare")]
    public void The_order_of_periods(VectorCase vector)
    {
        var input = new VectorRow(vector.Input);
        var (a, b) = (new PayPeriod(input.Date("a_start")!.Value), new PayPeriod(input.Date("b_start")!.Value));
        Assert.Equal(vector.Expected.GetProperty("order").GetInt32(), Math.Sign(a.CompareTo(b)));
        Assert.Equal(vector.Expected.GetProperty("equal").GetBoolean(), a == b);
        Assert.Equal((a.CompareTo(b) < 0, a.CompareTo(b) <= 0, a.CompareTo(b) > 0, a.CompareTo(b) >= 0), (a < b, a <= b, a > b, a >= b));
    }
}
