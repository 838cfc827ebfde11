using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Scheduling;

/// <summary>A schedule as the columns of its scheduled transaction hold it.</summary>
internal static class StoredSchedule
{
    /// <summary>Reads it.</summary>
    public static Schedule Of(ScheduledTransaction scheduled) =>
        new(scheduled.Date, scheduled.DayOfMonth, scheduled.NumberPerPeriod, scheduled.DayOfWeek, scheduled.AnnualMonth, scheduled.AnnualDay);

    /// <summary>Writes a valid one; columns of other types become null.</summary>
    public static void Write(Schedule schedule, ScheduledTransaction to)
    {
        to.Date = schedule.Date;
        to.DayOfMonth = (short?)schedule.DayOfMonth;
        to.NumberPerPeriod = (short?)schedule.NumberPerPeriod;
        to.DayOfWeek = (short?)schedule.DayOfWeek;
        to.AnnualMonth = (short?)schedule.AnnualMonth;
        to.AnnualDay = (short?)schedule.AnnualDay;
    }
}
