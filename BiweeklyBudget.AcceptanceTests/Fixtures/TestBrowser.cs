using BiweeklyBudget.TestSupport;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>
/// Headless Chromium as Debian installs it; nothing is downloaded (BUDGETTEST_BROWSER names another program). One runs for all
/// tests and ends with them.
/// </summary>
internal sealed class TestBrowser
{
    // Milliseconds. Not a measure of speed: without it a test that waits for ever would never be found. A machine that does much else at once is slow.
    private const float Patience = 60_000;

    private static readonly Lazy<Task<TestBrowser>> Shared = new(LaunchAsync);

    private readonly IBrowser _browser;

    private TestBrowser(IBrowser browser) => _browser = browser;

    public static Task<TestBrowser> SharedAsync() => Shared.Value;

    /// <summary>A window with a fresh profile. It keeps nothing of the app's shell: what a service worker asks for would pass by what a test has to say of requests.</summary>
    public Task<BrowserWindow> OpenAsync(Uri address, Viewport viewport, ColorScheme colorScheme = ColorScheme.Light) => OpenAsync(Options(address, viewport, colorScheme));

    /// <summary>A window of a phone: it is touched, there is no mouse and no keyboard.</summary>
    public Task<BrowserWindow> OpenPhoneAsync(Uri address, ColorScheme colorScheme = ColorScheme.Light)
    {
        var options = Options(address, Viewport.Phone, colorScheme);
        options.HasTouch = true;
        options.IsMobile = true;
        return OpenAsync(options);
    }

    /// <summary>A phone's window in which the app keeps its shell.</summary>
    public Task<BrowserWindow> OpenWithWorkerAsync(Uri address)
    {
        var options = Options(address, Viewport.Phone, ColorScheme.Light);
        options.ServiceWorkers = ServiceWorkerPolicy.Allow;
        return OpenAsync(options);
    }

    /// <summary>A window whose pages run no scripts.</summary>
    public Task<BrowserWindow> OpenWithoutScriptsAsync(Uri address)
    {
        var options = Options(address, Viewport.Desktop, ColorScheme.Light);
        options.JavaScriptEnabled = false;
        return OpenAsync(options);
    }

    private static BrowserNewContextOptions Options(Uri address, Viewport viewport, ColorScheme colorScheme) => new()
    {
        BaseURL = address.AbsoluteUri,
        ViewportSize = new ViewportSize { Width = viewport.Width, Height = viewport.Height },
        ColorScheme = colorScheme,
        Locale = "en-US",
        TimezoneId = "UTC",
        ReducedMotion = ReducedMotion.Reduce,
        ServiceWorkers = ServiceWorkerPolicy.Block,
    };

    private async Task<BrowserWindow> OpenAsync(BrowserNewContextOptions options)
    {
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        return await BrowserWindow.OpenAsync(context);
    }

    private static async Task<TestBrowser> LaunchAsync()
    {
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("BUDGETTEST_BROWSER") is { Length: > 0 } program ? program : "/usr/bin/chromium-headless-shell",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        TestRun.AtEnd(async () =>
        {
            await browser.CloseAsync();
            playwright.Dispose();
        });
        return new TestBrowser(browser);
    }
}
