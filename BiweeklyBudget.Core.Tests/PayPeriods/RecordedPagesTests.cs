using System.Globalization;
using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Initialization;
using BiweeklyBudget.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiweeklyBudget.Core.Tests.PayPeriods;

/// <summary>The figures that upstream's pages showed of its sample data (golden/payperiods.jsonl), up to the first change made there.</summary>
public sealed class RecordedPagesTests
{
    [Fact]
    public async Task Recorded_period_pages_show_our_figures()
    {
        await using var database = await SampleDataAsync();
        await using var book = Book(database);
        var standing = await book.Budgets.ListActiveStandingAsync();
        var pages = RecordedPage.BeforeTheFirstChange("payperiods").Where(p => p.Path.StartsWith("/payperiod/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(pages);
        foreach (var page in pages)
        {
            var period = book.Calendar.Containing(DateOnly.ParseExact(page.Path["/payperiod/".Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture));
            var views = await book.PayPeriods.ForecastAsync(book.Calendar.From(book.Calendar.Previous(period), 5));
            Assert.Equal(page.Rows("pay-period-table")[0].Select(Money), views.Select(v => v.Totals.Remaining));
            Assert.Equal(
                page.Rows("pb-table").Select(r => (r[0], Money(r[1]), Money(r[2]), Money(r[3]), Money(r[4]))),
                views[1].Budgets.Select(b => (b.IsIncome ? b.Name + " (i)" : b.Name, b.Amount, b.Allocated, b.Spent, b.Remaining)));
            Assert.Equal(page.Rows("sb-table").Select(r => (r[0], Money(r[1]), Money(r[2]), Money(r[3]))), standing.Select(b => (b.Name, b.Balance, b.Allocated, b.Unallocated)));
            Assert.Equal(page.Rows("trans-table").Select(r => Money(r[1])), views[1].Entries.Select(e => e.Amount));
            var amounts = page.Facts.GetProperty("by_id");
            var totals = new PeriodTotals(Amount("amt-income"), Amount("amt-allocated"), Amount("amt-spent"), Amount("amt-remaining"));
            Assert.Equal(totals, views[1].Totals);

            decimal Amount(string id) => Money(amounts.GetProperty(id).GetString()!);
        }
    }

    [Fact]
    public async Task The_recorded_list_of_periods_shows_our_figures()
    {
        await using var database = await SampleDataAsync();
        await new DatabaseInitializer(database.Connection, NullLogger.Instance, TimeProvider.System).InitializeAsync();
        await using var book = Book(database);
        var page = RecordedPage.BeforeTheFirstChange("payperiods").First(p => p.Path == "/payperiods");
        var previous = book.Calendar.Previous(book.Calendar.Containing(book.Today));
        var views = await book.PayPeriods.ForecastAsync(book.Calendar.From(previous, 10));
        Assert.Equal(
            page.Rows("pay-period-table").Select(r => (r[0][..10], Money(r[1]), Money(r[2]), Money(r[3]))),
            views.Select(v => (v.Period.ToString(), v.Totals.Allocated, v.Totals.Spent, v.Totals.Remaining)));
    }

    [Fact]
    public async Task The_recorded_notifications_have_our_figures()
    {
        await using var database = await SampleDataAsync();
        await new DatabaseInitializer(database.Connection, NullLogger.Instance, TimeProvider.System).InitializeAsync();
        await using var book = Book(database);
        var page = RecordedPage.BeforeTheFirstChange("payperiods").First(p => p.Path == "/payperiods");
        var alerts = page.Facts.GetProperty("alerts").EnumerateArray().Select(a => a.EnumerateArray().Select(t => t.GetString()!).ToArray()).ToList();
        var messages = await book.Notifications.ListAsync();
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

    private static BudgetBook Book(TestDatabase database)
    {
        var settings = SettingsLoader.LoadStrictly(new Dictionary<string, string?>(), RecordedSettings.For(database.Url));
        return new BudgetEngine(settings, settings.CreateClock(), NullLoggerFactory.Instance, configure: null).OpenBook();
    }

    private static decimal Money(string text) => decimal.Parse(text.Replace("$", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture);
}
