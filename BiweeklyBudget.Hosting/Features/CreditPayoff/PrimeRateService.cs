using BiweeklyBudget.Core;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Hosting.Composition;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>
/// Keeps the prime rate up to date in the background: pages show what is stored and wait for nobody. One request at a time; after a
/// failure the pauses grow. Without a source it does nothing.
/// </summary>
internal sealed partial class PrimeRateService(BudgetEngine engine, DatabaseStart start, ILogger<PrimeRateService> logger, IPrimeRateSource? source) : BackgroundService
{
    // How soon it is noticed that a rate has become old, or that a card begins to follow the prime rate. A look is one or two SQL statements.
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    private volatile string? _problem;

    /// <summary>Whether the rate is looked up at all.</summary>
    public bool HasSource => source is not null;

    /// <summary>Why the rate could not be renewed the last time, for the user; null when it could, or was not tried yet.</summary>
    public string? Problem => _problem;

    /// <summary>That of a book. A source registered by the book's name is asked in place of the page that the settings name.</summary>
    public static PrimeRateService Create(IServiceProvider provider, string name, BudgetEngine engine) => new(
        engine,
        provider.GetRequiredKeyedService<DatabaseStart>(name),
        provider.GetRequiredService<ILogger<PrimeRateService>>(),
        provider.GetKeyedService<IPrimeRateSource>(name) ?? (engine.Settings.PrimeRateAddress is { } address ? PrimeRatePage.At(address) : null));

    /// <summary>How long to wait after so many failures in a row: twice as long after each, up to six hours.</summary>
    public static TimeSpan PauseAfter(int failures) => failures switch
    {
        0 => Look,
        < 10 => TimeSpan.FromTicks(Math.Min(ShortestPause.Ticks << (failures - 1), LongestPause.Ticks)),
        _ => LongestPause,
    };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (source is null)
        {
            return;
        }

        await start.WaitAsync(stoppingToken);
        for (var failures = 0; ;)
        {
            failures = await RenewAsync(source, stoppingToken) ? 0 : failures + 1;
            await Task.Delay(PauseAfter(failures), engine.Time, stoppingToken);
        }
    }

    public override void Dispose()
    {
        (source as IDisposable)?.Dispose();
        base.Dispose();
    }

    private async Task<bool> RenewAsync(IPrimeRateSource from, CancellationToken cancellationToken)
    {
        try
        {
            await using var book = engine.OpenBook();
            _problem = (await book.CreditPayoff.RenewPrimeRateAsync(from, cancellationToken)).Problem;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // For example a database that is not ready yet. Nothing that happens here may end the program.
            LogFailure(exception);
            return false;
        }

        if (_problem is { } problem)
        {
            LogProblem(problem);
        }

        return _problem is null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The prime rate could not be renewed: {Problem}")]
    private partial void LogProblem(string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The prime rate could not be looked after.")]
    private partial void LogFailure(Exception exception);
}
