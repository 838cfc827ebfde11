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
        var type = schedule.Type;
        to.Date = schedule.Date;
        to.DayOfMonth = type == ScheduleType.Monthly ? (short?)schedule.DayOfMonth : null;
        to.NumberPerPeriod = type == ScheduleType.PerPeriod ? (short?)schedule.NumberPerPeriod : null;
        to.DayOfWeek = type == ScheduleType.Weekly ? (short?)schedule.DayOfWeek : null;
        to.AnnualMonth = type == ScheduleType.Annual ? (short?)schedule.AnnualMonth : null;
        to.AnnualDay = type == ScheduleType.Annual ? (short?)schedule.AnnualDay : null;
    }
}
