using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>
/// One page in a profile of its own. It notes everything that a visitor's console would complain about: errors and
/// warnings (which include violations of the Content-Security-Policy), uncaught exceptions, requests that failed.
/// </summary>
internal sealed class BrowserWindow : IAsyncDisposable
{
    // Cut off by a test, or by a host that has ended.
    private static readonly string[] NoConnection = ["net::ERR_FAILED", "net::ERR_INTERNET_DISCONNECTED", "net::ERR_CONNECTION_REFUSED", "net::ERR_CONNECTION_RESET", "net::ERR_EMPTY_RESPONSE"];

    private const string Picture = "/bb/icon.svg";

    // What Playwright says for a service worker that a test does not want.
    private const string NoWorker = "Service Worker registration blocked by Playwright";

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly HashSet<int> _expectedStatuses = [];
    private bool _isCutOff;

    private BrowserWindow(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Problems => [.. _problems];

    public static async Task<BrowserWindow> OpenAsync(IBrowserContext context)
    {
        var window = new BrowserWindow(context, await context.NewPageAsync());
        await window.WatchAsync();
        return window;
    }

    /// <summary>The test visits an error page on purpose: answers of this status are no problem from now on.</summary>
    public void Expect(int status) => _expectedStatuses.Add(status);

    /// <summary>The test cuts the window off from the server on purpose: requests that do not arrive are no problem from now on.</summary>
    public void ExpectToBeCutOff() => _isCutOff = true;

    /// <summary>The connection is gone, or back.</summary>
    public Task SetOfflineAsync(bool isOffline) => _context.SetOfflineAsync(isOffline);

    /// <summary>Another window of the same visitor.</summary>
    public Task<BrowserWindow> OpenAnotherAsync() => OpenAsync(_context);

    /// <summary>Leaves the page, forgets what the visitor did, and returns the problems that were noted: it is as good as new.</summary>
    public async Task<IReadOnlyList<string>> LeaveAsync()
    {
        foreach (var other in _context.Pages.Where(p => p != Page).ToList())
        {
            await other.CloseAsync();
        }

        await Page.UnrouteAllAsync();
        await _context.ClearCookiesAsync();

        // A page may store something while it is left; a picture has no script.
        await GoToPictureAsync();
        await Page.EvaluateAsync("() => { sessionStorage.clear(); localStorage.clear(); }");
        var problems = Problems;
        _problems.Clear();
        _expectedStatuses.Clear();
        _isCutOff = false;
        return problems;
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    // A page that saved something goes on by itself, and may do so at this very moment. What was interrupted may still arrive, and interrupt the next try.
    private async Task GoToPictureAsync()
    {
        for (var more = 3; ; more--)
        {
            try
            {
                await Page.GotoAsync(Picture);
                return;
            }
            catch (PlaywrightException exception) when (more > 0 && exception.Message.Contains("interrupted by another navigation", StringComparison.Ordinal))
            {
                await Page.WaitForLoadStateAsync();
                if (new Uri(Page.Url).AbsolutePath == Picture)
                {
                    return;
                }
            }
        }
    }

    private async Task WatchAsync()
    {
        await Page.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', e => console.error('CSP: ' + e.violatedDirective + ' ' + e.blockedURI));");
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsExpected(message.Text))
            {
                _problems.Enqueue($"console {message.Type}: {message.Text} ({message.Location})");
            }
        };
        Page.PageError += (_, error) => _problems.Enqueue($"uncaught: {error}");
        Page.RequestFailed += (_, request) =>
        {
            if (!IsExpectedFailure(request.Failure))
            {
                _problems.Enqueue($"request failed: {request.Method} {request.Url}: {request.Failure}");
            }
        };
        Page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !_expectedStatuses.Contains(response.Status))
            {
                _problems.Enqueue($"{response.Status}: {response.Request.Method} {response.Url}");
            }
        };
    }

    // "Aborted" is what a page was still loading when the visitor went on, or a file that he downloads.
    private bool IsExpectedFailure(string? failure) => failure == "net::ERR_ABORTED" || (_isCutOff && NoConnection.Contains(failure, StringComparer.Ordinal));

    // Chromium writes "Failed to load resource: the server responded with a status of 404 (Not Found)".
    private bool IsExpected(string text) =>
        text == NoWorker ||
        (_isCutOff && NoConnection.Any(reason => text.Contains(reason, StringComparison.Ordinal))) || _expectedStatuses.Any(status => text.Contains(FormattableString.Invariant($"status of {status}"), StringComparison.Ordinal));
}
