using System.Collections.Concurrent;
using BiweeklyBudget.TestSupport;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>
/// A database with the sample data, the real host over it with the recorded settings, and a window on it. There are as many as
/// classes run side by side; they live as long as the test run, since starting one costs more than most tests.
/// </summary>
internal sealed class Lane
{
    private static readonly ConcurrentBag<Lane> Free = [];

    private static int _count;

    private BrowserWindow? _window;
    private bool _isWindowInUse;

    private Lane(BudgetTestDatabase database, HostProcess host)
    {
        Database = database;
        Host = host;
    }

    public BudgetTestDatabase Database { get; }

    public HostProcess Host { get; }

    public static async Task<Lane> RentAsync()
    {
        if (Free.TryTake(out var lane))
        {
            return lane;
        }

        // The first one's database has the name that is known: budgettest.
        var number = Interlocked.Increment(ref _count);
        var database = await BudgetTestDatabase.CreateAsync(number == 1 ? "budgettest" : FormattableString.Invariant($"budgettest_{number}"));
        lane = new Lane(database, await HostProcess.StartAsync(RecordedSettings.For(database.Url)));
        TestRun.AtEnd(() => lane.Host.DisposeAsync().AsTask());
        return lane;
    }

    /// <summary>Lets the next class have it.</summary>
    public void GiveBack()
    {
        if (!Host.HasExited)
        {
            Free.Add(this);
        }
    }

    /// <summary>A window on the lane's host. The first one that a test asks for is kept for later tests, as good as new.</summary>
    public async Task<BrowserWindow> OpenAsync(Viewport viewport, ColorScheme colorScheme)
    {
        if (_isWindowInUse)
        {
            return await OpenAsync(Host, viewport, colorScheme);
        }

        _isWindowInUse = true;
        _window ??= await OpenAsync(Host, viewport, colorScheme);
        await _window.Page.SetViewportSizeAsync(viewport.Width, viewport.Height);
        await _window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = colorScheme });
        return _window;
    }

    /// <summary>A window on a host of the test's own.</summary>
    public static async Task<BrowserWindow> OpenAsync(HostProcess host, Viewport viewport, ColorScheme colorScheme) =>
        await (await TestBrowser.SharedAsync()).OpenAsync(host.Address, viewport, colorScheme);

    /// <summary>Ends a test's use of a window and says what its visitor's console complained about.</summary>
    public async Task<IReadOnlyList<string>> LeaveAsync(BrowserWindow window)
    {
        if (window != _window)
        {
            var problems = window.Problems;
            await window.DisposeAsync();
            return problems;
        }

        // Whatever is wrong with it, the next test does not inherit it.
        _window = null;
        _isWindowInUse = false;
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
}
