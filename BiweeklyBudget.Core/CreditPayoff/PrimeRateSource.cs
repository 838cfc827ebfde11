using System.Net.Http.Headers;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>
/// Asks the web for the US prime rate, with a limit of time and of size. After a failure it does not ask again for a while, so that a page
/// does not wait each time. One for the whole program; safe to use from many threads.
/// </summary>
public sealed class PrimeRateSource
{
    /// <summary>Where upstream looks, too.</summary>
    public static readonly Uri DefaultAddress = new("https://www.wsj.com/market-data/bonds/moneyrates");

    /// <summary>The longest that asking takes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long a failure is remembered.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>The largest page in bytes.</summary>
    public const int LargestPage = 4 * 1024 * 1024;

    // The page is served to browsers only.
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private readonly HttpClient _http;
    private readonly Uri _address;
    private readonly TimeProvider _time;
    private Failure? _failure;

    /// <summary>Creates a source.</summary>
    /// <param name="http">The client; redirects from HTTPS to HTTP must stay forbidden, as they are by default.</param>
    /// <param name="address">The page.</param>
    /// <param name="time">Measures time.</param>
    /// <exception cref="ArgumentException">The address is not HTTPS, nor on this machine.</exception>
    public PrimeRateSource(HttpClient http, Uri address, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
        {
            throw new ArgumentException("The prime rate is read over HTTPS only.", nameof(address));
        }

        (_http, _address, _time) = (http, address, time);
    }

    /// <summary>Asks; a recent failure is answered again without asking.</summary>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>The rate or why it was not to be had.</returns>
    public async Task<PrimeRateAnswer> AskAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _failure) is { } failure && _time.GetElapsedTime(failure.At) < Pause)
        {
            return failure.Answer;
        }

        var answer = await FetchAsync(cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref _failure, answer.Rate is null ? new Failure(answer, _time.GetTimestamp()) : null);
        return answer;
    }

    private async Task<PrimeRateAnswer> FetchAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var page = await DownloadAsync(limit.Token).ConfigureAwait(false);
            if (page is null)
            {
                return new PrimeRateAnswer(null, $"The page {_address} is too large.");
            }

            return MoneyRatesPage.ReadPercent(page) is { } percent
                ? new PrimeRateAnswer(percent * 0.01m, null)
                : new PrimeRateAnswer(null, $"ERROR: format change in {_address}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new PrimeRateAnswer(null, $"{_address} did not answer in time.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new PrimeRateAnswer(null, $"{_address} cannot be read.");
        }
    }

    /// <summary>The page; null when it is too large.</summary>
    private async Task<MemoryStream?> DownloadAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _address);
        request.Headers.UserAgent.ParseAdd(Browser);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            var page = new MemoryStream();
            var part = new byte[81920];
            for (int read; (read = await body.ReadAsync(part, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                await page.WriteAsync(part.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                if (page.Length > LargestPage)
                {
                    return null;
                }
            }

            page.Position = 0;
            return page;
        }
    }

    private sealed record Failure(PrimeRateAnswer Answer, long At);
}
