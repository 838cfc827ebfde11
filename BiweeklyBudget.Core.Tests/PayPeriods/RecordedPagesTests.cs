using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Notifications;
using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.PayPeriods;

/// <summary>The figures that upstream's pages showed of its sample data (golden/payperiods.jsonl), up to the first change made there.</summary>
public sealed class RecordedPagesTests
{
    private static readonly NotificationContext Context = new(new DateTime(2017, 7, 28, 6, 24, 44, DateTimeKind.Utc), PayCalendar.Fortnightly(new DateOnly(2017, 7, 21)), new DateOnly(2017, 1, 1), 2);

    [Fact]
    public async Task Recorded_period_pages_show_our_figures()
    {
        await using var database = await SampleDataAsync();
        await using var context = database.CreateContext();
        var standing = await new StandingBudgets(context).ReadActiveAsync(default);
        var pages = Pages().Where(p => p.Path.StartsWith("/payperiod/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(pages);
        foreach (var (path, facts) in pages)
        {
            var shown = new ShownPeriods(Context.Calendar);
            var period = Context.Calendar.Containing(DateOnly.ParseExact(path["/payperiod/".Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture));
            var views = await new PayPeriodForecast(context).ReadAsync(shown.Around(period), Context.Today, default);
            Assert.Equal(Header(facts, "pay-period-table"), shown.Around(period).Select(p => $"{p} {shown.LabelOf(p, Context.CurrentPeriod)}".Trim()));
            Assert.Equal(Rows(facts, "pay-period-table")[0].Select(Money), views.Select(v => v.Totals.Remaining));
            Assert.Equal(
                Rows(facts, "pb-table").Select(r => (r[0], Money(r[1]), Money(r[2]), Money(r[3]), Money(r[4]))),
                views[1].Budgets.Select(b => (b.IsIncome ? b.Name + " (i)" : b.Name, b.Amount, b.Allocated, b.Spent, b.Remaining)));
            Assert.Equal(Rows(facts, "sb-table").Select(r => (r[0], Money(r[1]), Money(r[2]), Money(r[3]))), standing.Select(b => (b.Name, b.Balance, b.Allocated, b.Unallocated)));
            Assert.Equal(Rows(facts, "trans-table").Select(r => Money(r[1])), views[1].Entries.Select(e => e.Amount));
            var amounts = facts.GetProperty("by_id");
            var totals = new PeriodTotals(Amount("amt-income"), Amount("amt-allocated"), Amount("amt-spent"), Amount("amt-remaining"));
            Assert.Equal(totals, views[1].Totals);

            decimal Amount(string id) => Money(amounts.GetProperty(id).GetString()!);
        }
    }

    [Fact]
    public async Task The_recorded_list_of_periods_shows_our_figures()
    {
        await using var database = await SampleDataAsync();
        await using var context = database.CreateContext();
        var facts = Pages().First(p => p.Path == "/payperiods").Facts;
        var views = await new PayPeriodForecast(context).ReadAsync(new ShownPeriods(Context.Calendar).InList(Context.CurrentPeriod), Context.Today, default);
        Assert.Equal(
            Rows(facts, "pay-period-table").Select(r => (r[0][..10], Money(r[1]), Money(r[2]), Money(r[3]))),
            views.Select(v => (v.Period.ToString(), v.Totals.Allocated, v.Totals.Spent, v.Totals.Remaining)));
    }

    [Fact]
    public async Task The_recorded_notifications_have_our_figures()
    {
        await using var database = await SampleDataAsync();
        await using var context = database.CreateContext();
        var alerts = Pages().First(p => p.Path == "/payperiods").Facts.GetProperty("alerts").EnumerateArray().Select(a => a.EnumerateArray().Select(t => t.GetString()!).ToArray()).ToList();
        var messages = await new NotificationReader(context).ReadAsync(Context, default);
        Assert.Equal([alerts[0][0], alerts[2][0]], messages.Where(m => m.Funds is null).Select(m => m.Count.ToString(CultureInfo.InvariantCulture)));
        var funds = messages[1].Funds!;
        Assert.Equal(alerts[1].Where(t => t.Contains('$', StringComparison.Ordinal)).Select(Money).Order(), new[] { funds.Accounts, funds.AllocatedTotal, funds.Standing, funds.PayPeriod, funds.Unreconciled }.Order());
        Assert.False(funds.IsLess);
    }

    private static async Task<TestDatabase> SampleDataAsync()
    {
        var database = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        var name = database.Url.Split('/')[^1].Split('?')[0];
        await MariaDbServer.Shared.LoadAsync(name, TestData.Fixture("peer-sampledata.sql"));
        return database;
    }

    private static IEnumerable<(string Path, JsonElement Facts)> Pages() =>
        File.ReadLines(Path.Combine(TestData.OwnGolden, "payperiods.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .TakeWhile(request => request.GetProperty("method").GetString() == "GET")
            .Where(request => request.GetProperty("status").GetInt32() == 200)
            .Select(request => (request.GetProperty("path").GetString()!, request.GetProperty("text_facts")));

    private static JsonElement Table(JsonElement facts, string id) =>
        facts.GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("id").GetString() == id);

    private static IEnumerable<string> Header(JsonElement facts, string id) => Table(facts, id).GetProperty("header").EnumerateArray().Select(c => c.GetString()!);

    private static List<string[]> Rows(JsonElement facts, string id) =>
        [.. Table(facts, id).GetProperty("rows").EnumerateArray().Select(r => r.EnumerateArray().Select(c => c.GetString()!).ToArray())];

    private static decimal Money(string text) => decimal.Parse(text.Replace("$", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture);
}
