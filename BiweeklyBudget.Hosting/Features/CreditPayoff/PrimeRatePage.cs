using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Hosting.Fetching;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>Asks the page that is configured for the US prime rate, and nobody else: redirects are not followed.</summary>
internal sealed class PrimeRatePage(HttpMessageHandler handler, Uri address) : IPrimeRateSource, IDisposable
{
    /// <summary>The longest that asking takes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The largest page in bytes.</summary>
    public const int LargestPage = PageFetcher.LargestPage;

    private readonly PageFetcher _pages = new(handler) { Patience = Patience };

    /// <summary>The page at an address.</summary>
    public static PrimeRatePage At(Uri address) => new(PageFetcher.CreateHandler(), address);

    public async Task<PrimeRateAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var page = await _pages.FetchAsync(address, MoneyRatesPage.ReadPercentAsync, cancellationToken);
        return page switch
        {
            { Problem: { } problem } => Failed(problem),
            { Content: { } percent } => new PrimeRateAnswer(percent * 0.01m, null),
            _ => Failed($"ERROR: format change in {address}"),
        };
    }

    public void Dispose() => _pages.Dispose();

    private static PrimeRateAnswer Failed(string problem) => new(null, problem);
}
