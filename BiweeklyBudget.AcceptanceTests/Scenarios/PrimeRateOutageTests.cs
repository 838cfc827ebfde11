using System.Diagnostics;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using BiweeklyBudget.TestSupport;
using Microsoft.AspNetCore.Http;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>The prime rate three days after the one in the sample data (0.5 %) was fetched: it is to be renewed, and its source is not always there.</summary>
public sealed class PrimeRateOutageTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    // Far more than the five seconds that asking may take.
    private static readonly TimeSpan FetchLimit = TimeSpan.FromSeconds(60);

    private const string ThreeDaysLater = "1501482284"; // 1501223084 + 3 x 86400

    private RatesServer _rates = null!;
    private HostProcess? _host;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _rates = await RatesServer.StartAsync();
    }

    public override async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        await _rates.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_new_rate_is_read_from_the_stated_layout()
    {
        var page = await OpenAfterFetchAsync("4.25%");
        Assert.Equal("4.25%, read from the web on 7/31/2017. It is looked up again when it is 48 hours old.", await page.PrimeRateKnown.InnerTextAsync());
        Assert.Equal(0, await page.PrimeRateProblem.CountAsync());
        Assert.StartsWith("CreditOne ($952.06 @ 4.75%)", (await page.RowsAsync("MinPaymentMethod"))[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another layout", "ERROR: format change in ")]
    [InlineData("an error", " cannot be read.")]
    [InlineData("a broken connection", " cannot be read.")]
    [InlineData("silence", " did not answer in time.")]
    [InlineData("an endless page", " is too large.")]
    public async Task In_an_outage_the_last_known_rate_is_used_and_the_page_says_so(string outage, string problem)
    {
        _rates.Answer = AnswerOf(outage);
        var page = await OpenAfterFetchAsync(problem);
        var said = await page.PrimeRateProblem.InnerTextAsync();
        Assert.Contains(problem, said, StringComparison.Ordinal);
        Assert.EndsWith("The last known rate is used.", said, StringComparison.Ordinal);
        Assert.StartsWith("0.50%", await page.PrimeRateKnown.InnerTextAsync(), StringComparison.Ordinal);
        Assert.StartsWith("CreditOne ($952.06 @ 1.00%)", (await page.RowsAsync("MinPaymentMethod"))[0], StringComparison.Ordinal);
        Assert.Empty(await page.AccessibilityViolationsAsync());
    }

    [Fact]
    public async Task The_rate_can_be_entered_by_hand()
    {
        _rates.Answer = AnswerOf("another layout");
        var page = await OpenAfterFetchAsync("ERROR: format change in ");
        await page.EnterPrimeRateAsync("7.5");
        Assert.StartsWith("7.50%, entered by hand on 7/31/2017.", await page.PrimeRateKnown.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.PrimeRateProblem.CountAsync());
        Assert.StartsWith("CreditOne ($952.06 @ 8.00%)", (await page.RowsAsync("MinPaymentMethod"))[0], StringComparison.Ordinal);
    }

    private static RequestDelegate AnswerOf(string outage) => outage switch
    {
        "another layout" => context => context.Response.WriteAsync(RatesServer.Page(4.25m, "Key Rates")),
        "an error" => Refuse,
        "a broken connection" => Break,
        "silence" => context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default),
        _ => WriteForEverAsync,
    };

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static Task Break(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task WriteForEverAsync(HttpContext context)
    {
        var spaces = new string(' ', 65_536);
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.WriteAsync(spaces);
        }
    }

    /// <summary>Starts the host, which asks for the rate in the background, and opens the page as soon as it shows what came of it.</summary>
    private async Task<CreditPayoffPage> OpenAfterFetchAsync(string shown)
    {
        var settings = RecordedSettings.For(Acceptance.Database.Url);
        settings["BIWEEKLYBUDGET_TEST_TIMESTAMP"] = ThreeDaysLater;
        settings["PRIME_RATE_URL"] = _rates.Address;
        _host = await HostProcess.StartAsync(settings);
        await CreditPayoffPage.EnterMissingInterestAsync(_host);
        var watch = Stopwatch.StartNew();
        for (var text = ""; !text.Contains(shown, StringComparison.Ordinal); text = await _host.PageAsync("/accounts/credit-payoff"))
        {
            Assert.True(watch.Elapsed < FetchLimit, $"The page did not show \"{shown}\":\n{text}\n{_host.Output}");
            await Task.Delay(50);
        }

        var page = new CreditPayoffPage(await OpenAsync(_host, Viewport.Desktop));
        await page.OpenAsync();
        return page;
    }
}
