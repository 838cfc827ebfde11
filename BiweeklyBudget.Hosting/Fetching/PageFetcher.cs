using System.Net;
using System.Net.Http.Headers;

namespace BiweeklyBudget.Hosting.Fetching;

/// <summary>
/// Fetches pages of the web with a limit of time and of size, under the program's own name. A redirect is followed only to the same scheme, host and port, and only where that was asked for: nobody but
/// the server that is configured hears of this program.
/// </summary>
/// <param name="handler">Sends the requests; it must not follow redirects by itself.</param>
/// <param name="mostRedirects">How many redirects are followed; 0 for none.</param>
internal sealed class PageFetcher(HttpMessageHandler handler, int mostRedirects = 0) : IDisposable
{
    /// <summary>The largest page in bytes.</summary>
    public const int LargestPage = 4 * 1024 * 1024;

    private static readonly ProductInfoHeaderValue Program = new("BiweeklyBudget", typeof(PageFetcher).Assembly.GetName().Version!.ToString(fieldCount: 3));

    // Connections are renewed, so that changed addresses of the server are noticed.
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(15);

    private readonly HttpClient _http = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The longest that a page may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What usually sends the requests.</summary>
    public static HttpMessageHandler CreateHandler() => new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, PooledConnectionLifetime = Renewal, UseCookies = false };

    /// <summary>Fetches a page. What goes wrong on the way is no exception.</summary>
    /// <param name="address">Its address.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<FetchedPage> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return await FollowAsync(address, limit.Token);
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

    private static FetchedPage Failed(string problem) => new(null, problem);

    private async Task<FetchedPage> FollowAsync(Uri address, CancellationToken cancellationToken)
    {
        var at = address;
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            request.Headers.UserAgent.Add(Program);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if ((int)response.StatusCode is >= 300 and < 400)
            {
                if (redirects == mostRedirects || TargetOf(at, response) is not { } target)
                {
                    return Failed($"{address} has moved; nobody but the address that is configured is asked.");
                }

                at = target;
                continue;
            }

            response.EnsureSuccessStatusCode();
            return await DownloadAsync(response, cancellationToken) is { } page ? new FetchedPage(page, null) : Failed($"The page {address} is too large.");
        }
    }

    private static Uri? TargetOf(Uri address, HttpResponseMessage response) =>
        response.Headers.Location is { } location && Uri.TryCreate(address, location, out var target) && Uri.Compare(address, target, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0 ? target : null;

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
