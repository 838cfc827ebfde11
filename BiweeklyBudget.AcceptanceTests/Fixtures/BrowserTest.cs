using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>
/// What every browser test is: the real host over <c>budgettest</c> with the sample data fresh, and a browser. A test fails
/// when a window that it opened noted a problem, whatever else it checks.
/// </summary>
[Collection(AcceptanceGroup.Name)]
public abstract class BrowserTest : IAsyncLifetime
{
    private readonly List<BrowserWindow> _windows = [];

    private protected BrowserTest(AcceptanceFixture acceptance) => Acceptance = acceptance;

    private protected AcceptanceFixture Acceptance { get; }

    public virtual async Task InitializeAsync() => await Acceptance.Database.ResetAsync();

    public virtual async Task DisposeAsync()
    {
        var problems = _windows.SelectMany(w => w.Problems).Distinct().ToList();
        foreach (var window in _windows)
        {
            await window.DisposeAsync();
        }

        Assert.True(problems.Count == 0, "The browser's console is not clean:\n" + string.Join('\n', problems));
    }

    /// <summary>A window on the shared host.</summary>
    private protected Task<BrowserWindow> OpenAsync(Viewport viewport, ColorScheme colorScheme = ColorScheme.Light) => OpenAsync(Acceptance.Host, viewport, colorScheme);

    /// <summary>A window on a host of the test's own.</summary>
    private protected async Task<BrowserWindow> OpenAsync(HostProcess host, Viewport viewport, ColorScheme colorScheme = ColorScheme.Light)
    {
        var window = await Acceptance.Browser.OpenAsync(host.Address, viewport, colorScheme);
        _windows.Add(window);
        return window;
    }
}
