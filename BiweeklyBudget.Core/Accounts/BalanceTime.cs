namespace BiweeklyBudget.Core.Accounts;

/// <summary>From which time on a balance counts that a person says for a day.</summary>
internal static class BalanceTime
{
    /// <summary>This moment for today; else the last second of the day, since statements of that day may have any time.</summary>
    public static DateTime Of(DateOnly day, DateTime now) =>
        day == DateOnly.FromDateTime(now) ? now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)) : day.ToDateTime(new TimeOnly(23, 59, 59), DateTimeKind.Utc);
}
