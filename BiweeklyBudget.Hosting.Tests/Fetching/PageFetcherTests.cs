using System.Diagnostics;
using System.Net;
using System.Text;
using BiweeklyBudget.Hosting.Features.CreditPayoff;
using BiweeklyBudget.Hosting.Features.Projects;
using BiweeklyBudget.Hosting.Fetching;

namespace BiweeklyBudget.Hosting.Tests.Fetching;

/// <summary>A page of somebody else takes no more time, memory and stack than it is given.</summary>
public sealed class PageFetcherTests
{
    private static readonly Uri Address = new("https://shop.example/");

    public static TheoryData<string> Nested => ["<div>", "<b>", "<table><tr><td>", "<a><p>", "<svg><g>"];

    [Fact]
    public async Task The_limit_of_time_is_for_reading_too_also_for_reading_that_cannot_be_broken_off()
    {
        using var pages = Serving("x", TimeSpan.FromMilliseconds(200));
        var began = Stopwatch.GetTimestamp();
        var page = await pages.FetchAsync<string>(
            Address,
            (_, _) =>
            {
                Thread.Sleep(TimeSpan.FromSeconds(4));
                return Task.FromResult("read");
            },
            default);
        Assert.Equal($"{Address} did not answer in time.", page.Problem);
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 3);
    }

    // The largest page that is read, of nothing but beginnings: whatever becomes of it, the program goes on and answers.
    [Theory]
    [MemberData(nameof(Nested))]
    public async Task A_page_that_is_nested_as_deeply_as_it_can_be_is_no_end_of_the_program(string element)
    {
        var html = new StringBuilder();
        while (html.Length + element.Length < PageFetcher.LargestPage)
        {
            html.Append(element);
        }

        using var pages = Serving(html.ToString(), TimeSpan.FromSeconds(5));
        var rates = await pages.FetchAsync(Address, MoneyRatesPage.ReadPercentAsync, default);
        Assert.Null(rates.Content);
        var list = await pages.FetchAsync(Address, WishlistPage.ReadAsync, default);
        Assert.True(list.Problem is not null || list.Content!.Items.Count == 0);
    }

    [Fact]
    public async Task The_limit_of_size_is_one_mebibyte()
    {
        using var largest = Serving(new string(' ', 1024 * 1024), TimeSpan.FromSeconds(5));
        Assert.Null((await largest.FetchAsync(Address, (_, _) => Task.FromResult(""), default)).Problem);
        using var larger = Serving(new string(' ', (1024 * 1024) + 1), TimeSpan.FromSeconds(5));
        Assert.Equal($"The page {Address} is too large.", (await larger.FetchAsync(Address, (_, _) => Task.FromResult(""), default)).Problem);
    }

    private static PageFetcher Serving(string html, TimeSpan patience) => new(new Page(html)) { Patience = patience };

    private sealed class Page(string html) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(html, Encoding.UTF8, "text/html") });
    }
}
