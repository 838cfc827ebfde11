using System.Net;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Hosting.Features.CreditPayoff;

namespace BiweeklyBudget.Hosting.Tests.Features.CreditPayoff;

/// <summary>The page that states the prime rate, as it is and in its outages.</summary>
public sealed class PrimeRatePageTests
{
    private const string FormatChange = "ERROR: format change in " + RatesPage.Address;

    [Fact]
    public async Task The_rate_of_the_stated_layout_is_read_as_a_fraction_under_the_programs_own_name()
    {
        using var web = new RatesPage(RatesPage.Recorded(3.25m));
        Assert.Equal(new PrimeRateAnswer(0.0325m, null), await web.Source().AskAsync(default));
        Assert.Matches(@"^BiweeklyBudget/\d+\.\d+\.\d+$", web.LastUserAgent);
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
        Assert.Equal(new PrimeRateAnswer(null, FormatChange), await web.Source().AskAsync(default));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, RatesPage.Address + " cannot be read.")]
    [InlineData(HttpStatusCode.Found, RatesPage.Address + " has moved; nobody but the address that is configured is asked.")]
    public async Task Another_status_is_a_problem_and_no_exception(HttpStatusCode status, string problem)
    {
        using var web = new RatesPage(_ => Task.FromResult(new HttpResponseMessage(status)));
        Assert.Equal(new PrimeRateAnswer(null, problem), await web.Source().AskAsync(default));
    }

    [Fact]
    public async Task A_page_of_any_size_is_read_to_the_limit_only()
    {
        using var web = new RatesPage(RatesPage.Recorded(3.25m) + new string(' ', PrimeRatePage.LargestPage));
        Assert.Equal($"The page {RatesPage.Address} is too large.", (await web.Source().AskAsync(default)).Problem);
    }

    [Fact]
    public async Task Who_no_longer_wants_to_know_waits_no_longer()
    {
        using var web = new RatesPage(async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return new HttpResponseMessage();
        });
        using var given = new CancellationTokenSource();
        var asked = web.Source().AskAsync(given.Token);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }
}
