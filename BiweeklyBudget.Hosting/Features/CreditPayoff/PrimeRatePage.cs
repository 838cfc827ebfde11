using System.Net;
using System.Net.Http.Headers;
using BiweeklyBudget.Core.CreditPayoff;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>
/// Asks the page that is configured for the US prime rate, with a limit of time and of size, and nobody else: redirects are not followed. The
/// program says who it is.
/// </summary>
internal sealed class PrimeRatePage(HttpMessageHandler handler, Uri address) : IPrimeRateSource, IDisposable
{
    /// <summary>The longest that asking takes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The largest page in bytes.</summary>
    public const int LargestPage = 4 * 1024 * 1024;

    private static readonly ProductInfoHeaderValue Program = new("BiweeklyBudget", typeof(PrimeRatePage).Assembly.GetName().Version!.ToString(fieldCount: 3));

    // Connections are renewed, so that changed addresses of the server are noticed.
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(15);

    private readonly HttpClient _http = new(handler);

    /// <summary>The page at an address.</summary>
    public static PrimeRatePage At(Uri address) => new(
        new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, PooledConnectionLifetime = Renewal, UseCookies = false },
        address);

    public async Task<PrimeRateAnswer> AskAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return await FetchAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed($"{address} did not answer in time.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return Failed($"{address} cannot be read.");
        }
    }

    public void Dispose() => _http.Dispose();

    private static PrimeRateAnswer Failed(string problem) => new(null, problem);

    private async Task<PrimeRateAnswer> FetchAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.Add(Program);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if ((int)response.StatusCode is >= 300 and < 400)
        {
            return Failed($"{address} has moved; nobody but the address that is configured is asked.");
        }

        response.EnsureSuccessStatusCode();
        using var page = await DownloadAsync(response, cancellationToken);
        if (page is null)
        {
            return Failed($"The page {address} is too large.");
        }

        return await MoneyRatesPage.ReadPercentAsync(page, cancellationToken) is { } percent ? new PrimeRateAnswer(percent * 0.01m, null) : Failed($"ERROR: format change in {address}");
    }

    /// <summary>The page; null when it is too large.</summary>
    private static async Task<MemoryStream?> DownloadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var page = new MemoryStream();
        var part = new byte[81920];
        for (int read; (read = await body.ReadAsync(part, cancellationToken)) > 0;)
        {
            await page.WriteAsync(part.AsMemory(0, read), cancellationToken);
            if (page.Length > LargestPage)
            {
                await page.DisposeAsync();
                return null;
            }
        }

        page.Position = 0;
        return page;
    }
}
