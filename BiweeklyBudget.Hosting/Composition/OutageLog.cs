using System.Diagnostics;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>
/// Says in the log once that the database cannot be used, and once that it can be again, however many requests fail between. While it cannot, the
/// database is looked at every second; it counts as back when it is ready and nothing has failed for a few seconds.
/// </summary>
internal sealed partial class OutageLog(BudgetEngine engine, IHostApplicationLifetime lifetime, ILogger<OutageLog> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private bool _isOut;
    private long _lastFailure;
    private int _failures;

    /// <summary>Notes that something failed because of the database.</summary>
    /// <param name="fault">What is wrong.</param>
    /// <param name="reason">What the driver or the engine said.</param>
    /// <param name="what">What was asked for.</param>
    public void Failed(DatabaseFault fault, string reason, string what)
    {
        lock (_lock)
        {
            _lastFailure = Stopwatch.GetTimestamp();
            _failures++;
            if (_isOut)
            {
                LogFurther(what, fault, reason);
                return;
            }

            _isOut = true;
            _failures = 1;
        }

        LogBegin(fault, reason, what);
        _ = WatchAsync(Stopwatch.GetTimestamp());
    }

    // The clock of the machine, not the application's: a frozen one must not stop this.
    private async Task WatchAsync(long began)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Pause, TimeProvider.System, lifetime.ApplicationStopping);
                if (IsCalm() && (await engine.StatusAsync(lifetime.ApplicationStopping)).IsReady && HasEnded() is { } failures)
                {
                    LogEnd(Stopwatch.GetElapsedTime(began).TotalSeconds, failures);
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
        catch (Exception exception)
        {
            LogWatchFailed(exception);
            HasEnded();
        }
    }

    private bool IsCalm()
    {
        lock (_lock)
        {
            return Stopwatch.GetElapsedTime(_lastFailure) >= Calm;
        }
    }

    private int? HasEnded()
    {
        lock (_lock)
        {
            if (Stopwatch.GetElapsedTime(_lastFailure) < Calm)
            {
                return null;
            }

            _isOut = false;
            return _failures;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot be used ({Fault}): {Reason} First noticed at {What}. What fails from now on is logged as debug, until the database is back.")]
    private partial void LogBegin(DatabaseFault fault, string reason, string what);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{What} failed ({Fault}): {Reason}")]
    private partial void LogFurther(string what, DatabaseFault fault, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database can be used again, after {Seconds:0.0} s and {Failures} failures.")]
    private partial void LogEnd(double seconds, int failures);

    [LoggerMessage(Level = LogLevel.Error, Message = "The look whether the database is back failed.")]
    private partial void LogWatchFailed(Exception exception);
}
