using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.PayPeriods;

namespace BiweeklyBudget.Core.Tests.PayPeriods;

public sealed class ShownPeriodsTests
{
    [Fact]
    public void The_page_of_a_period_shows_one_before_and_three_after_it()
    {
        var calendar = PayCalendar.Fortnightly(new DateOnly(2017, 7, 21));
        Assert.Equal(
            ["2017-07-07", "2017-07-21", "2017-08-04", "2017-08-18", "2017-09-01"],
            new ShownPeriods(calendar).Around(calendar.Containing(new DateOnly(2017, 7, 21))).Select(p => p.ToString()));
    }
}
