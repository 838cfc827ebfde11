using BiweeklyBudget.Core.Calendar;
using CsCheck;

namespace BiweeklyBudget.Core.Tests.Calendar;

public sealed class ScheduleTests
{
    private static readonly PayPeriod March = Fortnights.Beginning(new DateOnly(2017, 3, 17));

    [Fact]
    public void A_weekly_schedule_occurs_on_both_mondays() =>
        Assert.Equal([new DateOnly(2017, 3, 20), new DateOnly(2017, 3, 27)], new Schedule(DayOfWeek: 0).OccurrencesIn(March));

    [Theory]
    [InlineData("2017-03-17", "2017-03-27")]
    [InlineData("2017-03-23", "2017-03-27")]
    [InlineData("2017-03-24", "2017-03-20")]
    [InlineData("2017-03-30", "2017-03-20")]
    public void A_weekly_conversion_uses_up_the_nearest_monday(string conversion, string left) =>
        Assert.Equal([Day(left)], new Schedule(DayOfWeek: 0).OpenOccurrencesIn(March, [Day(conversion)]));

    [Fact]
    public void Two_conversions_near_one_monday_use_up_both() =>
        Assert.Empty(new Schedule(DayOfWeek: 0).OpenOccurrencesIn(March, [Day("2017-03-20"), Day("2017-03-21")]));

    [Fact]
    public void A_third_conversion_changes_nothing() =>
        Assert.Empty(new Schedule(DayOfWeek: 0).OpenOccurrencesIn(March, [Day("2017-03-20"), Day("2017-03-21"), Day("2017-03-30")]));

    [Fact]
    public void Three_per_period_with_two_conversions_leave_one() =>
        Assert.Equal([null], new Schedule(NumberPerPeriod: 3).OpenOccurrencesIn(March, [Day("2017-03-20"), Day("2017-03-20")]));

    [Fact]
    public void Two_per_period_with_three_conversions_leave_none() =>
        Assert.Empty(new Schedule(NumberPerPeriod: 2).OpenOccurrencesIn(March, [March.Start, March.Start, March.End]));

    [Fact]
    public void A_monthly_schedule_is_done_with_a_conversion_on_any_day_of_the_period() =>
        Assert.Empty(new Schedule(DayOfMonth: 20).OpenOccurrencesIn(March, [March.End]));

    [Fact]
    public void The_29th_of_february_occurs_in_leap_years_only()
    {
        var schedule = new Schedule(AnnualMonth: 2, AnnualDay: 29);
        Assert.True(schedule.IsValid);
        Assert.Equal([new DateOnly(2020, 2, 29)], schedule.OccurrencesIn(Fortnights.Beginning(new DateOnly(2020, 2, 21))));
        Assert.Empty(schedule.OccurrencesIn(Fortnights.Beginning(new DateOnly(2017, 2, 17))));
    }

    [Theory]
    [InlineData(2, 30)]
    [InlineData(4, 31)]
    [InlineData(11, 31)]
    public void A_yearly_date_that_no_year_has_is_refused(int month, int day) => Assert.False(new Schedule(AnnualMonth: month, AnnualDay: day).IsValid);

    [Fact]
    public void New_year_is_found_in_a_period_that_begins_in_december() =>
        Assert.Equal([new DateOnly(2018, 1, 1)], new Schedule(AnnualMonth: 1, AnnualDay: 1).OccurrencesIn(Fortnights.Beginning(new DateOnly(2017, 12, 22))));

    [Theory]
    [InlineData("2017-03-24", 11)]
    [InlineData("2017-04-07", 14)]
    [InlineData("2017-04-21", 12)]
    public void Monthly_schedules_on_every_day_to_the_28th_fill_a_period(string start, int expected) =>
        Assert.Equal(expected, Enumerable.Range(1, 28).Sum(day => new Schedule(DayOfMonth: day).OccurrencesIn(Fortnights.Beginning(Day(start))).Count));

    [Fact]
    public void The_first_part_that_is_set_decides_the_type()
    {
        Assert.Equal(ScheduleType.Date, new Schedule(Date: March.Start, DayOfMonth: 3, DayOfWeek: 1).Type);
        Assert.Equal(ScheduleType.PerPeriod, new Schedule(NumberPerPeriod: 3, DayOfWeek: 1, AnnualMonth: 1).Type);
        Assert.Null(new Schedule(AnnualDay: 3).Type);
    }

    [Fact]
    public void A_schedule_without_any_part_is_not_valid_and_never_occurs()
    {
        Assert.False(default(Schedule).IsValid);
        Assert.Empty(default(Schedule).OccurrencesIn(March));
        Assert.Null(default(Schedule).Describe());
    }

    [Fact]
    public void Impossible_numbers_of_old_rows_never_occur_and_break_nothing() =>
        Gen.Select(Gen.Short, Gen.Short, Gen.Int[0, 3]).Sample((a, b, which) =>
        {
            var schedule = which switch
            {
                0 => new Schedule(DayOfMonth: a),
                1 => new Schedule(DayOfWeek: a),
                2 => new Schedule(AnnualMonth: a, AnnualDay: b),
                _ => new Schedule(AnnualMonth: a),
            };
            Assert.NotNull(schedule.Describe());
            Assert.All(schedule.OccurrencesIn(March), o => Assert.True(March.Contains(o!.Value)));
        });

    [Fact]
    public void Each_date_of_a_year_belongs_to_exactly_one_of_its_periods() =>
        Gen.Select(Gen.Int[new DateOnly(1990, 1, 1).DayNumber, new DateOnly(2040, 1, 1).DayNumber].Select(DateOnly.FromDayNumber), Gen.Int[1, 28]).Sample((anchor, day) =>
        {
            var year = PayCalendar.Fortnightly(anchor).From(Fortnights.Beginning(anchor), 27);
            var days = year.SelectMany(p => new Schedule(DayOfMonth: day).OccurrencesIn(p)).ToList();
            var expected = Enumerable.Range(0, 27 * 14).Select(n => (DateOnly?)anchor.AddDays(n)).Where(d => d!.Value.Day == day);
            Assert.Equal(expected, days);
        });

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
