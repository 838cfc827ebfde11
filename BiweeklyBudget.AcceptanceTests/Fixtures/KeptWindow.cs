using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>A window on a host that outlives tests. The first one that a test asks for is kept for later tests, as good as new: another has to load everything again, in processes of its own.</summary>
internal sealed class KeptWindow(HostProcess host, bool isPhone = false) : IAsyncDisposable
{
    private BrowserWindow? _window;
    private bool _isInUse;

    public HostProcess Host => host;

    /// <summary>Opens it; another one when it is open.</summary>
    public async Task<BrowserWindow> OpenAsync(Viewport viewport, ColorScheme colorScheme)
    {
        if (_isInUse)
        {
            return await OpenNewAsync(viewport, colorScheme);
        }

        _isInUse = true;
        _window ??= await OpenNewAsync(viewport, colorScheme);
        await _window.Page.SetViewportSizeAsync(viewport.Width, viewport.Height);
        await _window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = colorScheme });
        return _window;
    }

    public bool Is(BrowserWindow window) => window == _window;

    /// <summary>Ends a test's use of it and says what its visitor's console complained about.</summary>
    public async Task<IReadOnlyList<string>> LeaveAsync()
    {
        // Whatever is wrong with it, the next test does not inherit it.
        var window = _window!;
        _window = null;
        _isInUse = false;
        var noted = await window.LeaveAsync();
        if (noted.Count == 0)
        {
            _window = window;
        }
        else
        {
            await window.DisposeAsync();
        }

        return noted;
    }

    public async ValueTask DisposeAsync()
    {
        if (_window is { } window)
        {
            _window = null;
            await window.DisposeAsync();
        }
    }

    private Task<BrowserWindow> OpenNewAsync(Viewport viewport, ColorScheme colorScheme) =>
        isPhone ? Lane.OpenPhoneAsync(host, colorScheme) : Lane.OpenAsync(host, viewport, colorScheme);
}
