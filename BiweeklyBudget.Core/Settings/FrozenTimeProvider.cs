namespace BiweeklyBudget.Core.Settings;

/// <summary>
/// A clock that stands still at one instant. Only the time of day is frozen: timers and timestamps go on, so that
/// time limits still end. The time zone is UTC.
/// </summary>
/// <param name="now">The instant.</param>
internal sealed class FrozenTimeProvider(DateTimeOffset now) : TimeProvider
{
    private readonly DateTimeOffset _now = now.ToUniversalTime();

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _now;
}
