using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Composition;

namespace BiweeklyBudget.Hosting.Features.Backups;

/// <summary>
/// Has the engine make the daily backup when it is due, and keeps what pages say of the backups up to date. It works in the background, and begins while nobody is served: no request waits for it. When
/// the host ends, a backup that is being written is given up.
/// </summary>
internal sealed partial class DailyBackupService(ServedBook served, ILogger<DailyBackupService> logger) : BackgroundService
{
    // A look is two SQL statements. It is also how soon this host knows what another one has done.
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(5);

    // The first pages come first; until then nothing is known of the backups.
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(20);

    // A page and what it loads comes within seconds. A host that is asked all the time has its backups all the same.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(2);

    private readonly BudgetEngine _engine = served.Engine;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_engine.MakesBackups)
        {
            return;
        }

        await served.Start.WaitAsync(stoppingToken);
        await Task.Delay(AfterStart, _engine.Time, stoppingToken);
        while (true)
        {
            await RestAsync(stoppingToken);
            await TryAsync(() => _engine.BackUpWhenDueAsync(stoppingToken), stoppingToken);
            await Task.Delay(Look, _engine.Time, stoppingToken);
        }
    }

    /// <summary>Waits until nobody is served. What is known of the backups stays fresh meanwhile.</summary>
    private async Task RestAsync(CancellationToken stoppingToken)
    {
        var began = _engine.Time.GetTimestamp();
        while (!served.Requests.HaveRestedFor(Rest) && _engine.Time.GetElapsedTime(began) < LongestWait)
        {
            await TryAsync(() => _engine.ReadBackupsAsync(stoppingToken), stoppingToken);
            await Task.Delay(Rest / 2, _engine.Time, stoppingToken);
        }
    }

    private async Task TryAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // For example a database that is not ready yet. Nothing that happens here may end the program.
            if (BudgetEngine.IsUnreachable(exception))
            {
                LogUnreachable();
            }
            else
            {
                LogFailure(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The automatic backups could not be looked after: the database cannot be reached.")]
    private partial void LogUnreachable();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The automatic backups could not be looked after.")]
    private partial void LogFailure(Exception exception);
}
