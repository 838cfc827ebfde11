using System.Globalization;
using System.Net;
using System.Text.Json;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Hosting.Features.PayPeriods;
using BiweeklyBudget.Hosting.Features.Reconciling;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Composition;

/// <summary>Answers stay small and right whatever is stored and whatever is asked for.</summary>
public sealed class BoundsTests
{
    private static readonly string[] Charts = ["budget-spending/by-pay-period", "budget-spending/by-month", "account-balances"];
    private static readonly string[] Pages = ["/transactions", "/payperiod/2017-07-21"];

    private const string Greatest = "$99,999,999,999,999.99";

    private static readonly DatabaseEngine[] Engines = [DatabaseEngine.Sqlite, DatabaseEngine.MySql];

    [Fact]
    public async Task A_transaction_of_a_thousand_years_ago_does_not_swell_the_charts() => await OnBothAsync(async host =>
    {
        await ChangeAsync(host, context => context.Add(new Transaction { Date = new DateOnly(1000, 1, 1), Description = "A slip", AccountId = 1, Splits = { new() { BudgetId = 1, Amount = 5m } } }));
        var chart = await host.PageAsync("/ajax/chart-data/budget-spending/by-pay-period");
        Assert.InRange(chart.Length, 1, 20_000);
        Assert.Contains("pay periods without spending are left out", JsonDocument.Parse(chart).RootElement.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.InRange((await host.PageAsync("/ajax/chart-data/budget-spending/by-month")).Length, 1, 20_000);
    });

    [Fact]
    public async Task Charts_of_usual_data_say_nothing_about_their_points() => await OnBothAsync(async host =>
    {
        foreach (var path in Charts)
        {
            Assert.Equal(["data", "keys"], JsonDocument.Parse(await host.PageAsync("/ajax/chart-data/" + path)).RootElement.EnumerateObject().Select(property => property.Name));
        }
    });

    [Theory]
    [InlineData("/payperiod/0001-01-01", "0001-01-01")]
    [InlineData("/payperiod/9999-12-31", "9999-12-31")]
    [InlineData("/payperiod/1000-01-01", "1000-01-01")]
    public async Task Absurd_periods_are_shown_like_others(string path, string day)
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var heading = System.Text.RegularExpressions.Regex.Match(await host.PageAsync(path), "<h1>(?<first>[0-9/]+) to (?<last>[0-9/]+)</h1>", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.True(heading.Success);
        var (first, last) = (Day("first"), Day("last"));
        Assert.True(string.CompareOrdinal(first, day) <= 0 && string.CompareOrdinal(day, last) <= 0, $"{day} is shown in {first} to {last}.");
        using var response = await host.GetAsync("/pay_period_for?date=" + day);
        Assert.Equal((HttpStatusCode.Redirect, "/payperiod/" + first), (response.StatusCode, response.Headers.Location!.OriginalString));

        string Day(string group) => DateOnly.ParseExact(heading.Groups[group].Value, "M/d/yyyy", CultureInfo.InvariantCulture).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_period_of_very_many_entries_is_shown_in_parts() => await OnBothAsync(async host =>
    {
        await ChangeAsync(host, context => context.Add(new ScheduledTransaction { Description = "Every minute", Amount = 1m, AccountId = 1, BudgetId = 1, NumberPerPeriod = short.MaxValue }));
        var first = await host.PageAsync("/payperiod/2017-07-21");
        Assert.Equal(PeriodModel.MostEntries, first.Split("class=\"bb-state\"").Length - 1);
        Assert.Contains("Showing 1 to 500 of ", first, StringComparison.Ordinal);
        Assert.Contains("href=\"/payperiod/2017-07-21?from=500\"", first, StringComparison.Ordinal);
        var second = await host.PageAsync("/payperiod/2017-07-21?from=500");
        Assert.Contains("Showing 501 to 1000 of ", second, StringComparison.Ordinal);
        Assert.Contains("href=\"/payperiod/2017-07-21?from=0\"", second, StringComparison.Ordinal);
        Assert.Contains("Showing 1 to 500 of ", await host.PageAsync("/payperiod/2017-07-21?from=99999999"), StringComparison.Ordinal);
    });

    [Fact]
    public async Task The_reconcile_page_shows_the_first_of_very_many_and_says_so() => await OnBothAsync(async host =>
    {
        await ChangeAsync(host, context => context.AddRange(Enumerable.Range(0, 2 * ReconcileModel.Most).Select(n => new Transaction { Date = new DateOnly(2017, 7, 20), Description = "Waiting", AccountId = 1, Splits = { new() { BudgetId = 1, Amount = 1000m + n } } })));
        var page = await host.PageAsync("/reconcile");
        Assert.InRange(page.Split("data-kind=\"transaction\"").Length - 1, 1, 2 * ReconcileModel.Most);
        Assert.Contains("More waits than is shown: the first 500 of each list are here", page, StringComparison.Ordinal);
        Assert.InRange(JsonDocument.Parse(await host.PageAsync("/ajax/unreconciled/trans")).RootElement.GetArrayLength(), 2 * ReconcileModel.Most, int.MaxValue);
    });

    [Fact]
    public async Task The_greatest_amount_comes_back_from_every_page_and_file_as_it_was_entered() => await OnBothAsync(async host =>
    {
        var id = await SaveAsync(host, "99999999999999.9999");
        Assert.Contains("99999999999999.9999", await host.PageAsync($"/ajax/transactions/{id}"), StringComparison.Ordinal);
        Assert.Contains("value=\"99999999999999.9999\"", await host.PageAsync($"/dialogs/transaction/{id}"), StringComparison.Ordinal);
        Assert.Contains(",99999999999999.9999,A palace,", await host.PageAsync("/transactions.csv"), StringComparison.Ordinal);
        Assert.Contains("99999999999999.9999", await host.PageAsync("/ajax/chart-data/budget-spending/by-month"), StringComparison.Ordinal);

        // Rounded to cents, it is one more than the greatest that is shown with four places.
        Assert.Contains("$100,000,000,000,000.00", await host.PageAsync("/transactions"), StringComparison.Ordinal);
        await SaveAsync(host, "99999999999999.99", id);
        foreach (var path in Pages)
        {
            Assert.Contains(Greatest, await host.PageAsync(path), StringComparison.Ordinal);
        }

        var refused = await host.Client.PostAsync(new Uri("/forms/transaction", UriKind.Relative), Form("100000000000000"));
        Assert.Contains("Amounts must lie between -99,999,999,999,999.9999 and 99,999,999,999,999.9999", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    });

    private static async Task<int> SaveAsync(InProcessHost host, string amount, int? id = null)
    {
        using var response = await host.Client.PostAsync(new Uri("/forms/transaction", UriKind.Relative), Form(amount, id));
        var reply = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.True(reply.GetProperty("success").GetBoolean(), reply.ToString());
        return reply.GetProperty("trans_id").GetInt32();
    }

    private static StringContent Form(string amount, int? id = null) => new(
        JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["id"] = id?.ToString(CultureInfo.InvariantCulture) ?? "",
            ["date"] = "2017-07-25",
            ["amount"] = amount,
            ["description"] = "A palace",
            ["notes"] = "",
            ["account"] = "1",
            ["budgets"] = new Dictionary<string, string> { ["1"] = amount },
        }),
        System.Text.Encoding.UTF8,
        "application/json");

    private static async Task OnBothAsync(Func<InProcessHost, Task> check)
    {
        foreach (var engine in Engines)
        {
            await using var host = await InProcessHost.StartAsync(engine, Household.Sample);
            await check(host);
            Assert.Empty(host.Errors);
        }
    }

    private static async Task ChangeAsync(InProcessHost host, Action<BudgetDbContext> change)
    {
        await using var context = host.Database.CreateContext();
        change(context);
        await context.SaveChangesAsync();
    }
}
