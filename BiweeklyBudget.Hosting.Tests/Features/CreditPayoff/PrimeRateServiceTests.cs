using System.Diagnostics;
using AngleSharp.Html.Parser;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Features.CreditPayoff;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BiweeklyBudget.Hosting.Tests.Features.CreditPayoff;

/// <summary>
/// The prime rate over the sample data, in which a card follows it. The stored rate, 0.5 %, is of 2017-07-28 06:24:44, and so is now unless the clock is advanced.
/// </summary>
public sealed class PrimeRateServiceTests
{
    private const string Charge = """{"id": 4, "filename": "/stmt/CreditTwo/0", "interest_amt": "46.89"}""";

    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1501223084));
    private readonly WaitingSource _source = new();

    [Fact]
    public void Pauses_grow_with_each_failure_up_to_six_hours()
    {
        Assert.Equal([10, 1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360], Enumerable.Range(0, 12).Select(failures => (int)PrimeRateService.PauseAfter(failures).TotalMinutes));
        Assert.Equal(TimeSpan.FromHours(6), PrimeRateService.PauseAfter(int.MaxValue));
    }

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task An_old_rate_is_renewed_by_one_request_at_a_time_and_pages_wait_for_none(DatabaseEngine engine)
    {
        _time.Advance(TimeSpan.FromDays(3));
        await using var host = await StartAsync(engine);
        var first = await _source.AskedAsync();
        Assert.Equal(("0.50%, read from the web on 7/28/2017. It is looked up again when it is 48 hours old.", "It was renewed 3 days ago.", null), await ShownAsync(host));

        first.SetResult(new PrimeRateAnswer(null, "It is down."));
        await UntilAsync(() => host.Services.GetRequiredKeyedService<PrimeRateService>("").Problem is not null);
        Assert.Equal("It is down. The last known rate is used.", (await ShownAsync(host)).Problem);
        Assert.False(_source.IsAsked);

        // The first pause is a minute.
        var second = await AskedAgainAsync(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10));
        Assert.Equal("It is down. The last known rate is used.", (await ShownAsync(host)).Problem);
        second.SetResult(new PrimeRateAnswer(0.0425m, null));
        await UntilAsync(async () => (await ShownAsync(host)).Known?.StartsWith("4.25%", StringComparison.Ordinal) == true);
        Assert.Equal(("4.25%, read from the web on 7/31/2017. It is looked up again when it is 48 hours old.", null, null), await ShownAsync(host));
        Assert.Equal(1, _source.MostAtOnce);
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task A_fresh_rate_is_left_alone_until_it_is_old()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        Assert.Equal(("0.50%, read from the web on 7/28/2017. It is looked up again when it is 48 hours old.", null, null), await ShownAsync(host));
        Assert.False(_source.IsAsked);
        await AskedAgainAsync(TimeSpan.FromHours(48), TimeSpan.FromHours(96));
    }

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task Before_the_first_answer_the_page_says_that_the_rate_is_not_known_and_writes_nothing(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine, stored: false);
        await UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            return _source.IsAsked;
        });
        var answer = await _source.AskedAsync();
        var before = await WholeDatabase.TextAsync(host.Database);
        Assert.Equal(
            "The prime rate is not known yet, so cards that follow it are left out. It is looked up within ten minutes, or you can enter it here.",
            await TextAsync(host, "prime-rate-unknown"));
        Assert.Equal(before, await WholeDatabase.TextAsync(host.Database));

        answer.SetResult(new PrimeRateAnswer(null, "It is down."));
        await UntilAsync(async () => await TextAsync(host, "prime-rate-problem") == "It is down. No prime rate is known, so cards that follow it are left out. Please enter it.");
        using var entered = await PostAsync(host, "/forms/credit-payoff-prime-rate", """{"prime_rate": "7.5"}""");
        Assert.Contains("Successfully saved the prime rate.", await entered.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(("7.50%, entered by hand on 7/28/2017. It is looked up again when it is 48 hours old.", null, null), await ShownAsync(host));
    }

    [Fact]
    public async Task Without_a_configured_address_nobody_is_asked_and_the_page_says_so()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        Assert.False(host.Services.GetRequiredKeyedService<PrimeRateService>("").HasSource);
        await EnterChargeAsync(host);
        Assert.Equal("0.50%, read from the web on 7/28/2017. It is not looked up by itself, because no page that states it is configured (PRIME_RATE_URL).", (await ShownAsync(host)).Known);
        await ForgetAsync(host);
        Assert.StartsWith("The prime rate is not known, so cards that follow it are left out. Please enter it here;", await TextAsync(host, "prime-rate-unknown"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_starts_before_the_answer_and_stops_without_it()
    {
        _time.Advance(TimeSpan.FromDays(3));
        var host = await StartAsync(DatabaseEngine.Sqlite);
        await _source.AskedAsync();
        var watch = Stopwatch.StartNew();
        await host.DisposeAsync();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task What_fails_within_the_program_ends_nothing()
    {
        _time.Advance(TimeSpan.FromDays(3));
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        (await _source.AskedAsync()).SetException(new InvalidOperationException("Out of order"));
        (await AskedAgainAsync(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10))).SetResult(new PrimeRateAnswer(0.0425m, null));
        await UntilAsync(async () => (await ShownAsync(host)).Known?.StartsWith("4.25%", StringComparison.Ordinal) == true);
    }

    private static async Task EnterChargeAsync(InProcessHost host)
    {
        using var response = await PostAsync(host, "/forms/credit-payoff-account-ofx", Charge);
        Assert.Contains("\"success\":true", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task ForgetAsync(InProcessHost host)
    {
        await using var context = host.Database.CreateContext();
        await context.StoredSettings.Where(setting => setting.Name == "prime_rate").ExecuteDeleteAsync();
    }

    private static async Task<HttpResponseMessage> PostAsync(InProcessHost host, string path, string json)
    {
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        return await host.Client.PostAsync(new Uri(path, UriKind.Relative), body);
    }

    private static async Task<string?> TextAsync(InProcessHost host, string id)
    {
        using var page = new HtmlParser().ParseDocument(await host.PageAsync("/accounts/credit-payoff"));
        return page.GetElementById(id)?.TextContent.Trim();
    }

    private static async Task<(string? Known, string? Age, string? Problem)> ShownAsync(InProcessHost host) =>
        (await TextAsync(host, "prime-rate-known"), await TextAsync(host, "prime-rate-age"), await TextAsync(host, "prime-rate-problem"));

    private static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
            await Task.Delay(20);
        }
    }

    /// <summary>Advances the clock until the source is asked, which must be after so much time and before so much.</summary>
    private async Task<TaskCompletionSource<PrimeRateAnswer>> AskedAgainAsync(TimeSpan after, TimeSpan before)
    {
        var start = _time.GetUtcNow();
        _time.Advance(after - (after / 60));
        await Task.Delay(50);
        Assert.False(_source.IsAsked);
        await UntilAsync(() =>
        {
            _time.Advance(after / 60);
            return _source.IsAsked;
        });
        Assert.InRange(_time.GetUtcNow() - start, after, before);
        return await _source.AskedAsync();
    }

    private async Task<InProcessHost> StartAsync(DatabaseEngine engine, bool stored = true)
    {
        var host = await InProcessHost.StartAsync(engine, Household.Sample, builder =>
        {
            builder.Services.Configure<BudgetEngineOptions>(options => options.Time = _time);
            builder.Services.AddKeyedSingleton<IPrimeRateSource>("", _source);
        });
        await EnterChargeAsync(host);
        if (!stored)
        {
            await ForgetAsync(host);
        }

        return host;
    }
}
