using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Composition;

namespace BiweeklyBudget.Hosting.Features.Backups;

/// <summary>
/// Has the engine make the daily backup when it is due, and keeps what pages say of the backups up to date. It works in the background; no request waits for it. When the host ends, a backup
/// that is being written is given up.
/// </summary>
internal sealed partial class DailyBackupService(BudgetEngine engine, DatabaseStart start, ILogger<DailyBackupService> logger) : BackgroundService
{
    // A look is two SQL statements. It is also how soon this host knows what another one has done.
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(5);

    // The first pages come first; until then nothing is known of the backups.
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!engine.MakesBackups)
        {
            return;
        }

        await start.WaitAsync(stoppingToken);
        await Task.Delay(AfterStart, engine.Time, stoppingToken);
        while (true)
        {
            await TryAsync(() => engine.BackUpWhenDueAsync(stoppingToken), stoppingToken);
            await Task.Delay(Look, engine.Time, stoppingToken);
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
