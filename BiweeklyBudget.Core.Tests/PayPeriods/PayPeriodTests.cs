using BiweeklyBudget.Core.PayPeriods;
using CsCheck;

namespace BiweeklyBudget.Core.Tests.PayPeriods;

public sealed class PayPeriodTests
{
    private static readonly Gen<DateOnly> AnyDate = Gen.Int[DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<DateOnly> DateOfOurTime = Gen.Int[new DateOnly(1985, 1, 1).DayNumber, new DateOnly(2045, 1, 1).DayNumber].Select(DateOnly.FromDayNumber);

    [Fact]
    public void The_period_of_a_date_is_the_one_that_a_walk_from_the_anchor_reaches() =>
        Gen.Select(DateOfOurTime, DateOfOurTime).Sample((date, anchor) => PayPeriod.Containing(date, anchor).Start == Walk(date, anchor));

    [Fact]
    public void Every_date_of_a_period_finds_it_from_any_of_its_neighbours() =>
        Gen.Select(DateOfOurTime, Gen.Int[-2000, 2000], Gen.Int[0, 13]).Sample((anchor, periods, day) =>
        {
            var period = new PayPeriod(anchor).Plus(periods);
            Assert.Equal(period, PayPeriod.Containing(period.Start.AddDays(day), anchor));
            Assert.Equal(new PayPeriod(anchor), PayPeriod.Containing(anchor.AddDays(day), period.Start));
        });

    [Fact]
    public void Periods_follow_each_other_without_gap_or_overlap() =>
        DateOfOurTime.Sample(start =>
        {
            var period = new PayPeriod(start);
            Assert.Equal(period.End.AddDays(1), period.Next.Start);
            Assert.Equal(period, period.Next.Previous);
            Assert.Equal(period, period.Plus(7).Plus(-7));
            Assert.False(period.Contains(period.Next.Start) || period.Contains(period.Previous.End));
        });

    [Fact]
    public void No_date_and_no_anchor_is_too_early_or_too_late() =>
        Gen.Select(Gen.OneOf(AnyDate, Gen.Const(DateOnly.MinValue), Gen.Const(DateOnly.MaxValue)), Gen.OneOf(AnyDate, Gen.Const(DateOnly.MinValue), Gen.Const(DateOnly.MaxValue)), Gen.Int).Sample((date, anchor, periods) =>
        {
            var period = PayPeriod.Containing(date, anchor);
            Assert.True(period.Contains(date));
            Assert.True(period.Previous <= period && period <= period.Next);
            Assert.NotEqual(default, period.Plus(periods).ToString());
        });

    [Fact]
    public void A_period_is_past_on_the_day_after_its_last_one()
    {
        var period = new PayPeriod(new DateOnly(2017, 7, 21));
        Assert.False(period.IsPast(new DateOnly(2017, 8, 3)));
        Assert.True(period.IsPast(new DateOnly(2017, 8, 4)));
    }

    [Fact]
    public void The_page_of_a_period_shows_one_before_and_three_after_it() =>
        Assert.Equal(
            ["2017-07-07", "2017-07-21", "2017-08-04", "2017-08-18", "2017-09-01"],
            ShownPeriods.Around(new PayPeriod(new DateOnly(2017, 7, 21))).Select(p => p.ToString()));

    [Fact]
    public void A_form_proposes_today_inside_the_period_and_its_first_day_elsewhere()
    {
        var period = new PayPeriod(new DateOnly(2017, 7, 21));
        Assert.Equal(new DateOnly(2017, 7, 28), period.DefaultDate(new DateOnly(2017, 7, 28)));
        Assert.Equal(new DateOnly(2017, 7, 21), period.DefaultDate(new DateOnly(2017, 8, 4)));
    }

    private static DateOnly Walk(DateOnly date, DateOnly anchor)
    {
        var start = anchor;
        while (date < start)
        {
            start = start.AddDays(-14);
        }

        while (date > start.AddDays(13))
        {
            start = start.AddDays(14);
        }

        return start;
    }
}
