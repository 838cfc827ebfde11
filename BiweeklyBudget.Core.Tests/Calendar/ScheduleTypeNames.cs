using BiweeklyBudget.Core.Calendar;

namespace BiweeklyBudget.Core.Tests.Calendar;

/// <summary>The vectors' words for the types.</summary>
internal static class ScheduleTypeNames
{
    public static string? Of(ScheduleType? type) => type switch
    {
        ScheduleType.Date => "date",
        ScheduleType.Monthly => "monthly",
        ScheduleType.PerPeriod => "per period",
        ScheduleType.Weekly => "weekly",
        ScheduleType.Annual => "annual",
        _ => null,
    };
}
