using System.Globalization;
using System.Net;
using System.Text;
using BiweeklyBudget.Hosting.Features.CreditPayoff;

namespace BiweeklyBudget.Hosting.Tests.Features.CreditPayoff;

/// <summary>The page with the prime rate, answered without a network.</summary>
internal sealed class RatesPage(Func<CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public RatesPage(string html)
        : this(_ => Task.FromResult(Page(html)))
    {
    }

    public const string Address = "https://www.wsj.com/market-data/bonds/moneyrates";

    public string? LastUserAgent { get; private set; }

    public PrimeRatePage Source() => new(this, new Uri(Address));

    /// <summary>A page in the layout that spec/credit-payoff.md §3 states, among other tables.</summary>
    public static string Recorded(decimal percent) => string.Create(CultureInfo.InvariantCulture, $"""
        <!DOCTYPE html><html><head><title>Money Rates</title></head><body>
        <table><caption>Inflation</caption><thead><tr><th></th><th>Chg From</th></tr></thead><tbody><tr><td>U.S. consumer price index</td><td>3.1</td></tr></tbody></table>
        <table><caption>Prime Rates <small>what banks charge</small></caption>
          <thead><tr><th></th><th colspan="2">Rates</th></tr><tr><th></th><th> Latest </th><th>Wk ago</th></tr></thead>
          <tbody><tr><td>U.S.</td><td>{percent}</td><td>9.99</td></tr><tr><td>Canada</td><td>4.95</td><td>4.95</td></tr></tbody></table>
        </body></html>
        """);

    public static HttpResponseMessage Page(string html) => new(HttpStatusCode.OK) { Content = new StringContent(html, Encoding.UTF8, "text/html") };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        LastUserAgent = request.Headers.UserAgent.ToString();
        return answer(cancellationToken);
    }
}
