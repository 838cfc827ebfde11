using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Hosting.Features.CreditPayoff;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Hosting.Tests.Features.CreditPayoff;

/// <summary>The page of payoff plans for households of its own, on 2026-11-24.</summary>
public sealed class PayoffPageTests
{
    private const string Path = "/accounts/credit-payoff";

    private static readonly DateTime BalanceDay = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);

    public static TheoryData<DatabaseEngine> Engines { get; } = [DatabaseEngine.MySql, DatabaseEngine.Sqlite];

    // Four cards, 900 a month from November on; figures by an independent calculation.
    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_rest_of_a_months_sum_goes_to_the_next_card_and_the_cheaper_way_is_recommended(DatabaseEngine engine)
    {
        await using var home = await HomeAsync(engine, Card(1, -1100m, 0.184m, -16.87m), Card(2, -2900m, 0.225m, -54.38m), Card(3, -3500m, 0.096m, -28m), Card(4, -4950m, 0.105m, -43.31m));
        using var settings = new StringContent("""{"increases": [{"date": "2026-11-01", "amount": "900", "enabled": true}], "onetimes": []}""");
        Assert.Contains("\"success\":true", await (await home.Host.Client.PostAsync(new Uri("/settings/credit-payoff", UriKind.Relative), settings)).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var page = await home.PageAsync();
        Assert.Equal("$808.26", Cell(page, nameof(HighestInterestRateFirstMethod)));
        Assert.Equal("$836.99", Cell(page, nameof(LowestBalanceFirstMethod)));
        Assert.Equal("in 1.2 years", page.GetElementById("payoff-best-time")!.TextContent);
        Assert.Contains("cheapest: Highest rate first", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("$808.26", page.QuerySelector(".bb-tiles")!.TextContent, StringComparison.Ordinal);

        static string Cell(IHtmlDocument document, string method) => document.QuerySelector($"#table_{method} tr:last-child td:last-child")!.TextContent.Trim();
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Cards_of_which_something_is_not_known_are_named_with_a_link_and_the_others_are_planned(DatabaseEngine engine)
    {
        await using var home = await HomeAsync(engine, Card(1, -1100m, 0.184m, -16.87m), Card(2, -2900m, 0.225m, interest: null), Card(3, ledger: null, 0.1m, -1m), Card(4, -50m, apr: null, -1m));

        var page = await home.PageAsync();
        Assert.Equal(["2", "3", "4"], page.QuerySelectorAll("[data-left-out]").Select(note => note.GetAttribute("data-left-out")));
        Assert.Equal(["/accounts/2", "/dialogs/credit-payoff-interest/2"], Links("2"));
        Assert.Equal(["/accounts/3", "/ofx"], Links("3"));
        Assert.Equal(["/accounts/4", "/accounts/4"], Links("4"));
        Assert.Equal(["Card 1 ($1,100.00 @ 18.40%)", "Totals"], page.QuerySelectorAll("#table_HighestInterestRateFirstMethod tbody tr td:first-child").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("but for 3 cards", page.QuerySelector(".bb-tile")!.TextContent, StringComparison.Ordinal);

        // The plans of the one card are those that it has alone.
        await using var alone = await HomeAsync(DatabaseEngine.Sqlite, Card(1, -1100m, 0.184m, -16.87m));
        Assert.Equal((await alone.PageAsync()).QuerySelector("#table_MinPaymentMethod")!.TextContent, page.QuerySelector("#table_MinPaymentMethod")!.TextContent);
        Assert.Contains("Without Card 2, Card 3, Card 4", await home.Host.PageAsync(Path + "/schedule/MinPaymentMethod"), StringComparison.Ordinal);

        IEnumerable<string?> Links(string card) => page.QuerySelectorAll($"[data-left-out='{card}'] a").Select(link => link.GetAttribute("href"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Nobody_is_free_of_debt_who_has_only_cards_of_which_something_is_not_known(DatabaseEngine engine)
    {
        await using var home = await HomeAsync(engine, Card(1, ledger: null, 0.1m, interest: null), Card(2, -700m, 0.2m, interest: null), Card(3, 0m, 0.2m, interest: null));

        var page = await home.PageAsync();
        Assert.Equal("–", page.GetElementById("payoff-best-time")!.TextContent);
        Assert.DoesNotContain("$0.00", page.QuerySelector(".bb-tiles")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[id^=table_]"));
        using var schedule = await home.Host.GetAsync(Path + "/schedule/MinPaymentMethod");
        Assert.Equal((HttpStatusCode.Redirect, Path), (schedule.StatusCode, schedule.Headers.Location?.OriginalString));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Without_a_card_there_is_one_sentence(DatabaseEngine engine)
    {
        await using var home = await HomeAsync(engine);

        var page = await home.PageAsync();
        Assert.Equal("There is no active credit card yet; cards are added under Accounts.", page.GetElementById("payoff-no-cards")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main table, main form, main section, main .bb-tile"));
        Assert.Equal("""{"data":[],"keys":[]}""", await home.Host.PageAsync("/ajax/chart-data/credit-payoff"));
    }

    [Fact]
    public async Task Cards_that_owe_nothing_are_listed_as_paid_without_tables_of_zeros()
    {
        await using var home = await HomeAsync(DatabaseEngine.Sqlite, Card(1, 0m, 0.1m, interest: null), Card(2, 20m, 0.1m, interest: null));

        var page = await home.PageAsync();
        Assert.Equal("now", page.GetElementById("payoff-best-time")!.TextContent);
        Assert.Equal("Paid: Card 1 ($0.00 @ 10.00%), Card 2 ($20.00 in credit @ 10.00%).", page.GetElementById("payoff-paid")!.TextContent.Trim());
        Assert.Empty(page.QuerySelectorAll("[id^=table_]"));
    }

    [Fact]
    public async Task Ways_that_cost_the_same_are_called_the_same()
    {
        await using var home = await HomeAsync(DatabaseEngine.Sqlite, Card(1, -200m, 0.1m, -1m));

        var page = await home.PageAsync();
        Assert.Contains("all ways cost the same; quickest: Highest rate first", page.QuerySelector(".bb-tile")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Costs the same and takes as long as minimum payments.", page.QuerySelector("#result_panel_HighestBalanceFirstMethod .bb-payoff-saving")!.TextContent);
    }

    [Theory]
    [InlineData(12.34, 3, "Saves $12.34 and is done 3 months sooner than minimum payments.")]
    [InlineData(12.34, 0, "Saves $12.34 and takes as long as minimum payments.")]
    [InlineData(12.34, -1, "Saves $12.34 but takes 1 month longer than minimum payments.")]
    [InlineData(0.004, 0, "Costs the same and takes as long as minimum payments.")]
    [InlineData(-0.004, 1, "Costs the same as minimum payments and is done 1 month sooner.")]
    [InlineData(0, -2, "Costs the same as minimum payments and takes 2 months longer.")]
    [InlineData(-5, 1, "Costs $5.00 more and is done 1 month sooner than minimum payments.")]
    [InlineData(-5, 0, "Costs $5.00 more than minimum payments and takes as long.")]
    [InlineData(-5, -1, "Costs $5.00 more and takes 1 month longer than minimum payments.")]
    public void A_saving_is_said_in_a_whole_sentence(double money, int months, string text) =>
        Assert.Equal(text, PlanText.Saving(new PayoffSaving((decimal)money, months), new MoneyFormat("en_US", "USD")));

    private static async Task<PayoffHome> HomeAsync(DatabaseEngine engine, params object[][] cards)
    {
        var database = await TestDatabase.CreatedAsync(engine);
        await using (var context = database.CreateContext())
        {
            foreach (var rows in cards)
            {
                context.AddRange(rows);
                await context.SaveChangesAsync();
            }
        }

        var settings = RecordedSettings.For(database.Url);
        settings["BIWEEKLYBUDGET_TEST_TIMESTAMP"] = "1795521600";
        return new PayoffHome(database, await InProcessHost.StartAsync(settings));
    }

    /// <summary>A card's rows: the account, its statement, its balance, its interest charge of 18 November.</summary>
    private static object[] Card(int id, decimal? ledger, decimal? apr, decimal? interest)
    {
        var rows = new List<object>
        {
            new Account { Id = id, Name = $"Card {id}", Type = AccountType.Credit, IsActive = true, Apr = apr, InterestMethod = nameof(SimpleInterest), MinimumPaymentMethod = "MinPaymentAmEx" },
            new Statement { Id = id, AccountId = id, FileName = "november.ofx", AsOf = BalanceDay, LedgerBalance = ledger },
            new AccountBalance { AccountId = id, Ledger = ledger, LedgerDate = ledger is null ? null : BalanceDay, OverallDate = BalanceDay },
        };
        if (interest is not null)
        {
            rows.Add(new BankTransaction
            {
                AccountId = id,
                StatementId = id,
                FitId = "1",
                TransactionType = "debit",
                DatePosted = new DateTime(2026, 11, 18, 12, 0, 0, DateTimeKind.Utc),
                Amount = interest,
                Name = "INTEREST CHARGE ON PURCHASES",
            });
        }

        return [.. rows];
    }

    private sealed record PayoffHome(TestDatabase Database, InProcessHost Host) : IAsyncDisposable
    {
        public async Task<IHtmlDocument> PageAsync() => new HtmlParser().ParseDocument(await Host.PageAsync(Path));

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            await Database.DisposeAsync();
        }
    }
}
