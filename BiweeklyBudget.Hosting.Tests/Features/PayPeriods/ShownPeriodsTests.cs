using System.Globalization;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Hosting.Features.PayPeriods;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Hosting.Tests.Features.PayPeriods;

public sealed class ShownPeriodsTests
{
    private const string Area = "pay_periods";

    [Fact]
    [Trait("Category", "Vectors")]
    public void Every_kind_is_run() => Assert.Empty(VectorKinds.OfPagesNotRunBy(Area, typeof(ShownPeriodsTests)));

    [Theory]
    [Trait("Category", "Vectors")]
    [Vectors(Area, "relative_label")]
    public void The_label_beside_the_current_period(VectorCase vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        var (input, expected) = (new VectorRow(vector.Input), new VectorRow(vector.Expected));
        var calendar = CalendarOf(input);
        var period = calendar.Containing(input.Date("date")!.Value);
        Assert.Equal((expected.Date("start"), expected.Text("label")), (period.Start, new ShownPeriods(calendar).LabelOf(period, calendar.Containing(input.Date("today")!.Value))));
    }

    [Theory]
    [Trait("Category", "Vectors")]
    [Vectors(Area, "listing")]
    public void The_periods_that_pages_list(VectorCase vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        var input = new VectorRow(vector.Input);
        var current = CalendarOf(input).Containing(input.Date("today")!.Value);
        var shown = new ShownPeriods(CalendarOf(input));
        Assert.Equal(vector.Expected.GetProperty("current").GetString(), current.ToString());
        Assert.Equal(Texts("payperiods_page"), shown.InList(current).Select(p => p.ToString()));
        Assert.Equal(Texts("index_page"), shown.AtHome(current).Select(p => p.ToString()));

        IEnumerable<string> Texts(string name) => vector.Expected.GetProperty(name).EnumerateArray().Select(t => t.GetString()!);
    }

    [Fact]
    public void The_page_of_a_period_shows_one_before_and_three_after_it()
    {
        var calendar = PayCalendar.Fortnightly(new DateOnly(2017, 7, 21));
        Assert.Equal(
            ["2017-07-07", "2017-07-21", "2017-08-04", "2017-08-18", "2017-09-01"],
            new ShownPeriods(calendar).Around(calendar.Containing(new DateOnly(2017, 7, 21))).Select(p => p.ToString()));
    }

    [Fact]
    public void Recorded_period_pages_show_the_same_periods_with_the_same_labels()
    {
        var calendar = PayCalendar.Fortnightly(new DateOnly(2017, 7, 21));
        var (shown, current) = (new ShownPeriods(calendar), calendar.Containing(RecordedSettings.Today));
        var pages = RecordedPage.BeforeTheFirstChange("payperiods").Where(page => page.Path.StartsWith("/payperiod/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, page =>
        {
            var period = calendar.Containing(DateOnly.ParseExact(page.Path["/payperiod/".Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture));
            Assert.Equal(page.Header("pay-period-table"), shown.Around(period).Select(p => $"{p} {shown.LabelOf(p, current)}".Trim()));
        });
    }

    private static PayCalendar CalendarOf(VectorRow input) => PayCalendar.Fortnightly(input.Date("anchor")!.Value);
}
