using System.Globalization;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Core.Storage;

/// <summary>A bounded wait for the initialisation lock, which says what it waits for.</summary>
internal sealed class LockWait(TimeSpan limit, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Reminder = TimeSpan.FromSeconds(10);
    private readonly long _began = time.GetTimestamp();
    private TimeSpan _said = TimeSpan.MinValue;

    /// <summary>Notes that the lock is still held by somebody else.</summary>
    /// <param name="what">The lock, and who holds it if that is known.</param>
    /// <exception cref="DatabaseUnavailableException">The wait is over.</exception>
    public void StillHeld(string what)
    {
        var waited = time.GetElapsedTime(_began);
        if (waited >= limit)
        {
            throw new DatabaseUnavailableException(string.Create(CultureInfo.InvariantCulture, $"Gave up after waiting {limit.TotalSeconds:0.#} s for {what}. Another process is creating or migrating the database."));
        }

        if (_said == TimeSpan.MinValue || waited - _said >= Reminder)
        {
            _said = waited;
            logger.LogInformation("Waiting for {Lock}: another process is creating or migrating the database.", what);
        }
    }

    /// <summary>Pauses before another try.</summary>
    public Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellationToken);
}
