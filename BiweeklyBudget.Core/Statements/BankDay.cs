namespace BiweeklyBudget.Core.Statements;

/// <summary>
/// The day on which a bank posted something, as its customer knows it. A statement says it in the bank's own zone; the instant that is stored is UTC
/// and may lie on the day before or after.
/// </summary>
internal static class BankDay
{
    /// <summary>The bank's own day where it is known, otherwise the instant's UTC day.</summary>
    /// <param name="posted">The instant, UTC.</param>
    /// <param name="own">The bank's own day, or null.</param>
    /// <returns>The day; null when nothing is known.</returns>
    public static DateOnly? Of(DateTime? posted, DateOnly? own)
    {
        if (posted is not { } instant)
        {
            return own;
        }

        // No zone is further away than a day. A day that is belongs to an earlier instant: upstream writes the instant and does not know the day.
        var utc = DateOnly.FromDateTime(instant);
        return own is { } day && Math.Abs(day.DayNumber - utc.DayNumber) <= 1 ? day : utc;
    }
}
