using System.Collections.Concurrent;
using BiweeklyBudget.TestSupport;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>
/// A database with the sample data, the real host over it with the recorded settings, and a window on it. There are as many as
/// classes run side by side; they live as long as the test run, since starting one costs more than most tests.
/// </summary>
internal sealed class Lane : IAsyncDisposable
{
    private static readonly ConcurrentBag<Lane> Free = [];

    private static int _count;

    private readonly KeptWindow _window;
    private readonly KeptWindow _phone;
    private KeptWindow? _guest;

    private Lane(BudgetTestDatabase database, HostProcess host)
    {
        Database = database;
        Host = host;
        _window = new KeptWindow(host);
        _phone = new KeptWindow(host, isPhone: true);
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
        TestRun.AtEnd(() => lane.DisposeAsync().AsTask());
        return lane;
    }

    /// <summary>Lets the next class have it.</summary>
    public async Task GiveBackAsync()
    {
        await LetGuestGoAsync();
        if (!Host.HasExited)
        {
            Free.Add(this);
        }
    }

    /// <summary>A window on the lane's host.</summary>
    public Task<BrowserWindow> OpenAsync(Viewport viewport, ColorScheme colorScheme) => _window.OpenAsync(viewport, colorScheme);

    /// <summary>A phone's window on the lane's host.</summary>
    public Task<BrowserWindow> OpenPhoneAsync(ColorScheme colorScheme) => _phone.OpenAsync(Viewport.Phone, colorScheme);

    /// <summary>A window on another host that the tests of the class share.</summary>
    public async Task<BrowserWindow> OpenSharedAsync(HostProcess host, Viewport viewport, ColorScheme colorScheme)
    {
        if (_guest?.Host != host)
        {
            await LetGuestGoAsync();
            _guest = new KeptWindow(host);
        }

        return await _guest.OpenAsync(viewport, colorScheme);
    }

    /// <summary>A window on a host of the test's own.</summary>
    public static async Task<BrowserWindow> OpenAsync(HostProcess host, Viewport viewport, ColorScheme colorScheme) =>
        await (await TestBrowser.SharedAsync()).OpenAsync(host.Address, viewport, colorScheme);

    /// <summary>A phone's window on a host of the test's own.</summary>
    public static async Task<BrowserWindow> OpenPhoneAsync(HostProcess host, ColorScheme colorScheme) =>
        await (await TestBrowser.SharedAsync()).OpenPhoneAsync(host.Address, colorScheme);

    /// <summary>Ends a test's use of a window and says what its visitor's console complained about.</summary>
    public async Task<IReadOnlyList<string>> LeaveAsync(BrowserWindow window)
    {
        if (_window.Is(window))
        {
            return await _window.LeaveAsync();
        }

        if (_phone.Is(window))
        {
            return await _phone.LeaveAsync();
        }

        if (_guest is { } guest && guest.Is(window))
        {
            return await guest.LeaveAsync();
        }

        var problems = window.Problems;
        await window.DisposeAsync();
        return problems;
    }

    public async ValueTask DisposeAsync()
    {
        await LetGuestGoAsync();
        await _window.DisposeAsync();
        await _phone.DisposeAsync();
        await Host.DisposeAsync();
    }

    private async Task LetGuestGoAsync()
    {
        if (_guest is { } guest)
        {
            _guest = null;
            await guest.DisposeAsync();
        }
    }
}
