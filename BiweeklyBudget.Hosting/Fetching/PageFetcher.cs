using System.Net;
using System.Net.Http.Headers;

namespace BiweeklyBudget.Hosting.Fetching;

/// <summary>
/// Fetches pages of the web with a limit of time and of size, under the program's own name. A redirect is followed only to the same scheme, host and port, and only where that was asked for: nobody but
/// the server that is configured hears of this program. What may be connected to is <see cref="PublicAddresses"/>' to say.
/// </summary>
/// <param name="handler">Sends the requests; it must not follow redirects by itself.</param>
/// <param name="mostRedirects">How many redirects are followed; 0 for none.</param>
internal sealed class PageFetcher(HttpMessageHandler handler, int mostRedirects = 0) : IDisposable
{
    /// <summary>The largest page in bytes, after decompression.</summary>
    public const int LargestPage = 1024 * 1024;

    private static readonly ProductInfoHeaderValue Program = new("BiweeklyBudget", typeof(PageFetcher).Assembly.GetName().Version!.ToString(fieldCount: 3));

    // Connections are renewed, so that changed addresses of the server are noticed.
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(15);

    // A page that takes more of the stack to read than this is none: what is nested more deeply than any page ends in an exception, not in the end of the program.
    private const int Stack = 16 * 1024 * 1024;

    private readonly HttpClient _http = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The longest that fetching and reading a page may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What usually sends the requests.</summary>
    public static HttpMessageHandler CreateHandler() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = Renewal,
        UseCookies = false,
        MaxResponseHeadersLength = 64,
        ConnectCallback = PublicAddresses.ConnectAsync,
    };

    /// <summary>Fetches a page and reads it. What goes wrong on the way is no exception.</summary>
    /// <typeparam name="T">What is read of it.</typeparam>
    /// <param name="address">Its address.</param>
    /// <param name="read">Reads it; the time for that is limited too.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<FetchedPage<T>> FetchAsync<T>(Uri address, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var (page, problem) = await FollowAsync(address, limit.Token);
            return page is null ? new(default, problem) : new(await ReadAsync(page, read, limit.Token).WaitAsync(limit.Token), Problem: null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(default, $"{address} did not answer in time.");
        }
        catch (InsufficientExecutionStackException)
        {
            return new(default, $"The page {address} is nested too deeply.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new(default, ExceptionIn<RefusedAddressException>(e)?.Message ?? $"{address} cannot be read.");
        }
    }

    public void Dispose() => _http.Dispose();

    private static T? ExceptionIn<T>(Exception? exception)
        where T : Exception
    {
        while (exception is not null and not T)
        {
            exception = exception.InnerException;
        }

        return (T?)exception;
    }

    // On a thread of its own: reading is work without pauses, which nobody could break off and which must not keep others waiting. A page that goes on for too long is left to itself; it ends, for it is no larger than the limit.
    private static Task<T> ReadAsync<T>(MemoryStream page, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(
            () =>
            {
                using (page)
                {
                    try
                    {
#pragma warning disable MA0045, VSTHRD002 // The thread has nothing else to do, and its stack is what is wanted: the page is in memory, so nothing is waited for.
                        done.SetResult(read(page, cancellationToken).GetAwaiter().GetResult());
#pragma warning restore MA0045, VSTHRD002
                    }
                    catch (OperationCanceledException)
                    {
                        done.TrySetCanceled(cancellationToken);
                    }
                    catch (Exception exception)
                    {
                        done.TrySetException(exception);
                    }
                }
            },
            Stack)
        { IsBackground = true, Name = "Page" };
        thread.Start();
        return done.Task;
    }

    private async Task<(MemoryStream? Page, string? Problem)> FollowAsync(Uri address, CancellationToken cancellationToken)
    {
        var at = address;
        for (var redirects = 0; ; redirects++)
        {
            PublicAddresses.Check(at);
            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            request.Headers.UserAgent.Add(Program);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if ((int)response.StatusCode is >= 300 and < 400)
            {
                if (redirects == mostRedirects || TargetOf(at, response) is not { } target)
                {
                    return (null, $"{address} has moved; nobody but the address that is configured is asked.");
                }

                at = target;
                continue;
            }

            response.EnsureSuccessStatusCode();
            return await DownloadAsync(response, cancellationToken) is { } page ? (page, null) : (null, $"The page {address} is too large.");
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
