using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>
/// What every browser test is: the real host over a database with the sample data fresh, and a browser. A test fails when a
/// window that it opened noted a problem, whatever else it checks.
/// </summary>
public abstract class BrowserTest : IClassFixture<AcceptanceFixture>, IAsyncLifetime
{
    private readonly List<BrowserWindow> _windows = [];

    private protected BrowserTest(AcceptanceFixture acceptance) => Acceptance = acceptance;

    private protected AcceptanceFixture Acceptance { get; }

    public virtual async Task InitializeAsync() => await Acceptance.Database.ResetAsync();

    public virtual async Task DisposeAsync()
    {
        var problems = new List<string>();
        foreach (var window in _windows)
        {
            problems.AddRange(await Acceptance.Lane.LeaveAsync(window));
        }

        Assert.True(problems.Count == 0, "The browser's console is not clean:\n" + string.Join('\n', problems.Distinct()));
    }

    /// <summary>A window on the class's host.</summary>
    private protected async Task<BrowserWindow> OpenAsync(Viewport viewport, ColorScheme colorScheme = ColorScheme.Light) =>
        Noted(await Acceptance.Lane.OpenAsync(viewport, colorScheme));

    /// <summary>A window on a host of the test's own.</summary>
    private protected async Task<BrowserWindow> OpenAsync(HostProcess host, Viewport viewport, ColorScheme colorScheme = ColorScheme.Light) =>
        Noted(await Lane.OpenAsync(host, viewport, colorScheme));

    /// <summary>A window on a host that outlives the test, such as one of a class's fixture.</summary>
    private protected async Task<BrowserWindow> OpenSharedAsync(HostProcess host, Viewport viewport, ColorScheme colorScheme = ColorScheme.Light) =>
        Noted(await Acceptance.Lane.OpenSharedAsync(host, viewport, colorScheme));

    /// <summary>A phone's window on a host.</summary>
    private protected async Task<BrowserWindow> OpenTouchAsync(HostProcess host, ColorScheme colorScheme = ColorScheme.Light) =>
        Noted(host == Acceptance.Host ? await Acceptance.Lane.OpenPhoneAsync(colorScheme) : await Lane.OpenPhoneAsync(host, colorScheme));

    /// <summary>A phone's window on a host, in which the app keeps its shell.</summary>
    private protected async Task<BrowserWindow> OpenWithWorkerAsync(HostProcess host) =>
        Noted(await (await TestBrowser.SharedAsync()).OpenWithWorkerAsync(host.Address));

    /// <summary>A window on a host whose pages run no scripts.</summary>
    private protected async Task<BrowserWindow> OpenWithoutScriptsAsync(HostProcess host) =>
        Noted(await (await TestBrowser.SharedAsync()).OpenWithoutScriptsAsync(host.Address));

    private BrowserWindow Noted(BrowserWindow window)
    {
        _windows.Add(window);
        return window;
    }
}
