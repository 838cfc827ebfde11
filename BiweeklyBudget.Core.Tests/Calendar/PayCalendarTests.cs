using BiweeklyBudget.Core.Calendar;
using CsCheck;

namespace BiweeklyBudget.Core.Tests.Calendar;

public sealed class PayCalendarTests
{
    private static readonly Gen<DateOnly> AnyDate = Gen.OneOf(
        Gen.Int[DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber),
        Gen.Int[0, 30].Select(days => DateOnly.MinValue.AddDays(days)),
        Gen.Int[0, 30].Select(days => DateOnly.MaxValue.AddDays(-days)));

    private static readonly Gen<DateOnly> DateOfOurTime = Gen.Int[new DateOnly(1985, 1, 1).DayNumber, new DateOnly(2045, 1, 1).DayNumber].Select(DateOnly.FromDayNumber);

    [Fact]
    public void The_period_of_a_date_is_the_one_that_a_walk_from_the_payday_reaches() =>
        Gen.Select(DateOfOurTime, DateOfOurTime).Sample((date, payday) => PayCalendar.Fortnightly(payday).Containing(date).Start == Walk(date, payday));

    [Fact]
    public void A_fortnight_has_fourteen_days() =>
        Gen.Select(DateOfOurTime, DateOfOurTime).Sample((date, payday) => PayCalendar.Fortnightly(payday).Containing(date).Days == 14);

    [Fact]
    public void Every_date_of_a_period_finds_it_from_any_of_its_neighbours() =>
        Gen.Select(DateOfOurTime, Gen.Int[-2000, 2000], Gen.Int[0, 13]).Sample((payday, periods, day) =>
        {
            var calendar = PayCalendar.Fortnightly(payday);
            var first = calendar.Containing(payday);
            var period = calendar.Plus(first, periods);
            Assert.Equal(payday.AddDays(14 * periods), period.Start);
            Assert.Equal(period, calendar.Containing(period.Start.AddDays(day)));
            Assert.Equal(first, PayCalendar.Fortnightly(period.Start).Containing(payday.AddDays(day)));
        });

    [Fact]
    public void Periods_follow_each_other_without_gap_or_overlap() =>
        Gen.Select(AnyDate, AnyDate).Sample((date, payday) =>
        {
            var calendar = PayCalendar.Fortnightly(payday);
            var period = calendar.Containing(date);
            Assert.True(period.Contains(date));
            var (next, previous) = (calendar.Next(period), calendar.Previous(period));
            Assert.Equal(period.End == DateOnly.MaxValue ? period : calendar.Containing(period.End.AddDays(1)), next);
            Assert.True(next == period || (next.Start == period.End.AddDays(1) && calendar.Previous(next) == period));
            Assert.True(previous == period || (previous.End == period.Start.AddDays(-1) && calendar.Next(previous) == period));
            Assert.True(previous <= period && period <= next);
        });

    [Fact]
    public void Steps_forth_and_back_lead_where_they_came_from() =>
        Gen.Select(DateOfOurTime, Gen.Int[-500, 500]).Sample((payday, periods) =>
        {
            var calendar = PayCalendar.Fortnightly(payday);
            var period = calendar.Containing(payday);
            Assert.Equal(period, calendar.Plus(calendar.Plus(period, periods), -periods));
            Assert.Equal(calendar.Next(period), calendar.Plus(period, 1));
            Assert.Equal(calendar.Previous(period), calendar.Plus(period, -1));
        });

    [Fact]
    public void No_step_leads_out_of_time() =>
        Gen.Select(AnyDate, AnyDate, Gen.Int).Sample((date, payday, periods) =>
        {
            var calendar = PayCalendar.Fortnightly(payday);
            var period = calendar.Plus(calendar.Containing(date), periods);
            Assert.Equal(period, calendar.Containing(period.Start));
            Assert.Equal(period, calendar.Containing(period.End));
        });

    [Fact]
    public void Periods_from_one_on_are_its_successors()
    {
        var calendar = PayCalendar.Fortnightly(new DateOnly(2017, 7, 21));
        Assert.Equal(["2017-07-07", "2017-07-21", "2017-08-04"], calendar.From(calendar.Containing(new DateOnly(2017, 7, 20)), 3).Select(period => period.ToString()));
        Assert.Empty(calendar.From(calendar.Containing(new DateOnly(2017, 7, 20)), 0));
    }

    [Fact]
    public void Periods_end_where_time_does()
    {
        var calendar = PayCalendar.Fortnightly(DateOnly.MaxValue.AddDays(-20));
        var last = calendar.From(calendar.Containing(DateOnly.MaxValue.AddDays(-20)), 5);
        Assert.Equal([(DateOnly.MaxValue.AddDays(-20), 14), (DateOnly.MaxValue.AddDays(-6), 7)], last.Select(period => (period.Start, period.Days)));
        Assert.Equal(2, calendar.Ended(DateOnly.MaxValue.AddDays(-20), DateOnly.MaxValue).Count());
    }

    [Fact]
    public void Ended_periods_are_those_whose_last_day_has_come()
    {
        var calendar = PayCalendar.Fortnightly(new DateOnly(2017, 7, 21));
        Assert.Equal(["2017-07-07", "2017-07-21"], calendar.Ended(new DateOnly(2017, 7, 10), new DateOnly(2017, 8, 3)).Select(period => period.ToString()));
        Assert.Equal(["2017-07-07"], calendar.Ended(new DateOnly(2017, 7, 10), new DateOnly(2017, 8, 2)).Select(period => period.ToString()));
        Assert.Empty(calendar.Ended(new DateOnly(2017, 7, 10), new DateOnly(2017, 7, 19)));
    }

    [Fact]
    public void The_key_of_a_period_is_shared_by_its_days_alone() =>
        DateOfOurTime.Sample(payday =>
        {
            var calendar = PayCalendar.Fortnightly(payday);
            var keyOf = calendar.PeriodKey.Compile();
            var days = Enumerable.Range(-30, 60).Select(payday.AddDays).ToList();
            Assert.Equal(days.GroupBy(calendar.Containing).Select(period => period.ToArray()), days.GroupBy(keyOf).Select(key => key.ToArray()));
        });

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
