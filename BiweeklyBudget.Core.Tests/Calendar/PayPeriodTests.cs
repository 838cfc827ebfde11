using BiweeklyBudget.Core.Calendar;

namespace BiweeklyBudget.Core.Tests.Calendar;

public sealed class PayPeriodTests
{
    private static readonly PayPeriod July = new(new DateOnly(2017, 7, 21), new DateOnly(2017, 8, 3));

    [Fact]
    public void A_period_is_past_on_the_day_after_its_last_one()
    {
        Assert.False(July.IsPast(new DateOnly(2017, 8, 3)));
        Assert.True(July.IsPast(new DateOnly(2017, 8, 4)));
    }

    [Fact]
    public void A_period_holds_its_first_and_its_last_day()
    {
        Assert.True(July.Contains(July.Start) && July.Contains(July.End));
        Assert.False(July.Contains(July.Start.AddDays(-1)) || July.Contains(July.End.AddDays(1)));
        Assert.Equal(14, July.Days);
    }

    [Fact]
    public void A_form_proposes_today_inside_the_period_and_its_first_day_elsewhere()
    {
        Assert.Equal(new DateOnly(2017, 7, 28), July.DefaultDate(new DateOnly(2017, 7, 28)));
        Assert.Equal(new DateOnly(2017, 7, 21), July.DefaultDate(new DateOnly(2017, 8, 4)));
    }

    [Fact]
    public void A_last_day_before_the_first_one_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PayPeriod(July.End, July.Start));
}
