using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Forms;

namespace BiweeklyBudget.Core.Scheduling;

/// <summary>
/// Reads the schedule of a form: <c>type</c> and the fields that belong to it, all others ignored (spec/http-api.md §8.1, §19
/// fix 5). Any type but the four recurring ones is a date.
/// </summary>
internal static class ScheduleFields
{
    public static Schedule Read(FieldReader fields)
    {
        switch (fields.RequiredText("type", "Type cannot be empty"))
        {
            case "":
                return default;
            case "monthly":
                return new Schedule(DayOfMonth: fields.WholeNumber("day_of_month", 1, Schedule.LastDayOfMonth, "Day of month must be from 1 to 28"));
            case "per_period":
                return new Schedule(NumberPerPeriod: fields.WholeNumber("num_per_period", 1, short.MaxValue, "Number per period must be from 1 to 32767"));
            case "weekly":
                return new Schedule(DayOfWeek: fields.WholeNumber("day_of_week", 0, 6, "Day of week must be from 0 (Monday) to 6 (Sunday)"));
            case "annual":
                return Annual(fields);
            default:
                return new Schedule(Date: fields.Date("date"));
        }
    }

    private static Schedule Annual(FieldReader fields)
    {
        var month = fields.WholeNumber("annual_month", 1, 12, "Month must be from 1 to 12");
        var day = fields.WholeNumber("annual_day", 1, 31, "Day must be from 1 to 31");
        var schedule = new Schedule(AnnualMonth: month, AnnualDay: day);
        if (month is not null && day is not null && !schedule.IsValid)
        {
            fields.Errors.Add("annual_day", "This month never has that day");
        }

        return schedule;
    }
}
