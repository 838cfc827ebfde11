using BiweeklyBudget.Core.Calendar;

namespace BiweeklyBudget.Core.Notifications;

/// <summary>The time and the settings that notifications depend on.</summary>
/// <param name="NowUtc">Now.</param>
/// <param name="Calendar">When the user is paid (the setting PAY_PERIOD_START_DATE).</param>
/// <param name="ReconcileBegin">The setting RECONCILE_BEGIN_DATE.</param>
/// <param name="StaleDays">The setting STALE_DATA_TIMEDELTA, in days.</param>
internal sealed record NotificationContext(DateTime NowUtc, PayCalendar Calendar, DateOnly ReconcileBegin, int StaleDays)
{
    /// <summary>Today's UTC date.</summary>
    public DateOnly Today => DateOnly.FromDateTime(NowUtc);

    /// <summary>Today's pay period.</summary>
    public PayPeriod CurrentPeriod => Calendar.Containing(Today);
}
