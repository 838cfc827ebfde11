using System.Net;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace BiweeklyBudget.Core.Tests.CreditPayoff;

public sealed class PrimeRateTests
{
    private const string FormatChange = "ERROR: format change in https://www.wsj.com/market-data/bonds/moneyrates";

    private static readonly DateTimeOffset Now = new(2017, 7, 28, 6, 24, 44, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Now);

    [Fact]
    public async Task The_rate_of_the_stated_layout_is_read_as_a_fraction()
    {
        using var web = new RatesPage(RatesPage.Recorded(3.25m));
        Assert.Equal(new PrimeRateAnswer(0.0325m, null), await web.Source(_time).AskAsync(default));
        Assert.StartsWith("Mozilla/5.0", web.LastUserAgent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Prime Rates", "Key Rates")]
    [InlineData("<caption>Inflation</caption>", "<caption>Prime Rates of old</caption>")]
    [InlineData(" Latest ", "Today")]
    [InlineData("<td>U.S.</td>", "<td>Canada</td>")]
    [InlineData("<td>3.25</td>", "<td>n.a.</td>")]
    [InlineData("<td>3.25</td>", "<td>-3.25</td>")]
    [InlineData("<td>3.25</td>", "<td>325</td>")]
    [InlineData("<td>3.25</td>", "")]
    [InlineData("<tr><th></th><th colspan=\"2\">Rates</th></tr>", "")]
    [InlineData("<thead>", "<tbody>")]
    public async Task Another_layout_is_refused_and_never_guessed_at(string stated, string changed)
    {
        var page = RatesPage.Recorded(3.25m);
        Assert.Contains(stated, page, StringComparison.Ordinal);
        var broken = stated == "<td>3.25</td>" && changed.Length == 0 ? page.Replace("<td>3.25</td><td>9.99</td>", "", StringComparison.Ordinal) : page.Replace(stated, changed, StringComparison.Ordinal);
        using var web = new RatesPage(broken);
        Assert.Equal(new PrimeRateAnswer(null, FormatChange), await web.Source(_time).AskAsync(default));
    }

    [Fact]
    public async Task An_error_of_the_server_is_a_problem_and_no_exception()
    {
        using var web = new RatesPage(_ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden)));
        Assert.Equal(new PrimeRateAnswer(null, "https://www.wsj.com/market-data/bonds/moneyrates cannot be read."), await web.Source(_time).AskAsync(default));
    }

    [Fact]
    public async Task A_page_of_any_size_is_read_to_the_limit_only()
    {
        using var web = new RatesPage(RatesPage.Recorded(3.25m) + new string(' ', PrimeRateSource.LargestPage));
        Assert.Equal("The page https://www.wsj.com/market-data/bonds/moneyrates is too large.", (await web.Source(_time).AskAsync(default)).Problem);
    }

    [Fact]
    public async Task After_a_failure_nobody_waits_again_for_a_while()
    {
        using var web = new RatesPage("");
        var source = web.Source(_time);
        await source.AskAsync(default);
        _time.Advance(PrimeRateSource.Pause - TimeSpan.FromSeconds(1));
        Assert.Equal(FormatChange, (await source.AskAsync(default)).Problem);
        Assert.Equal(1, web.Requests);
        _time.Advance(TimeSpan.FromSeconds(1));
        await source.AskAsync(default);
        Assert.Equal(2, web.Requests);
    }

    [Theory]
    [InlineData("http://www.wsj.com/market-data/bonds/moneyrates", false)]
    [InlineData("http://127.0.0.1:5000/rates", true)]
    [InlineData("https://example.com/rates", true)]
    public void Only_https_and_the_own_machine_are_asked(string address, bool isAllowed)
    {
        using var http = new HttpClient();
        var refusal = Record.Exception(() => new PrimeRateSource(http, new Uri(address), _time));
        Assert.Equal(isAllowed, refusal is null);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_fetched_rate_is_stored_for_two_days_in_upstreams_form(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var context = database.CreateContext();
        using var web = new RatesPage(RatesPage.Recorded(3.25m));
        var rates = new PrimeRates(context, web.Source(_time), _time);
        var first = await rates.CurrentAsync(null, default);
        Assert.Equal(new PrimeRateReading(new StoredPrimeRate(0.0325m, Now.UtcDateTime, IsEnteredByHand: false), null), first);

        var stored = (await context.StoredSettings.FindAsync("prime_rate"))!.Value!;
        Assert.Equal(
            """{"date":{"class":"datetime","date":28,"hour":6,"minute":24,"month":7,"second":44,"str":"2017-07-28 06:24:44","ts":1501223084.0,"tzname":"UTC","tzoffset":"\u002B0000","year":2017,"ymdstr":"2017-07-28"},"value":"0.0325"}""",
            stored);
        Assert.Equal(first.Known, StoredPrimeRate.Read(stored));

        _time.Advance(StoredPrimeRate.Lifetime);
        Assert.Equal(first, await rates.CurrentAsync(first.Known, default));
        Assert.Equal(1, web.Requests);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(_time.GetUtcNow().UtcDateTime, (await rates.CurrentAsync(first.Known, default)).Known!.AsOfUtc);
        Assert.Equal(2, web.Requests);
    }

    [Theory]
    [OnBothEngines]
    public async Task In_an_outage_the_last_known_rate_goes_on_and_a_rate_by_hand_replaces_it(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var context = database.CreateContext();
        using var web = new RatesPage("<p>Down for maintenance</p>");
        var rates = new PrimeRates(context, web.Source(_time), _time);
        var old = new StoredPrimeRate(0.04m, Now.UtcDateTime.AddDays(-9), IsEnteredByHand: false);
        Assert.Equal(new PrimeRateReading(old, FormatChange), await rates.CurrentAsync(old, default));
        Assert.Equal(new PrimeRateReading(null, FormatChange), await rates.CurrentAsync(null, default));

        Assert.Equal("Successfully saved the prime rate.", (await rates.SaveByHandAsync(new FormValues { ["prime_rate"] = "7.5" })).Success());
        var byHand = (await new PayoffReader(context).ReadAsync(Now.UtcDateTime, default)).PrimeRate;
        Assert.Equal(new StoredPrimeRate(0.075m, Now.UtcDateTime, IsEnteredByHand: true), byHand);
        Assert.Null((await rates.CurrentAsync(byHand, default)).Problem);
    }

    [Theory]
    [InlineData("", "Invalid Decimal value: \"\"")]
    [InlineData("much", "Invalid Decimal value: \"much\"")]
    [InlineData("100.5", "Must be between 0 and 100 percent")]
    [InlineData("-1", "Must be between 0 and 100 percent")]
    public async Task A_senseless_rate_is_an_error_of_its_field(string entered, string message)
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await using var context = database.CreateContext();
        using var web = new RatesPage("");
        var result = await new PrimeRates(context, web.Source(_time), _time).SaveByHandAsync(new FormValues { ["prime_rate"] = entered });
        Assert.Equal(("prime_rate", message), result.OnlyError());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"value\": \"0.0325\"}")]
    [InlineData("{\"value\": \"x\", \"date\": {\"year\": 2017, \"month\": 7, \"date\": 28, \"hour\": 1, \"minute\": 2, \"second\": 3}}")]
    [InlineData("{\"value\": \"0.0325\", \"date\": {\"year\": 2017, \"month\": 13, \"date\": 28, \"hour\": 1, \"minute\": 2, \"second\": 3}}")]
    public void A_stored_rate_that_makes_no_sense_is_unknown(string json) => Assert.Null(StoredPrimeRate.Read(json));

    [Fact]
    public void The_epoch_of_a_stored_rate_does_not_count() =>
        Assert.Equal(
            new DateTime(2017, 7, 28, 1, 2, 3, DateTimeKind.Utc),
            StoredPrimeRate.Read("{\"value\": \"0.0325\", \"date\": {\"ts\": 1.0, \"year\": 2017, \"month\": 7, \"date\": 28, \"hour\": 1, \"minute\": 2, \"second\": 3}}")!.AsOfUtc);
}
