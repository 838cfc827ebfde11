namespace BiweeklyBudget.Core.Calendar;

/// <summary>How a scheduled transaction recurs.</summary>
public enum ScheduleType
{
    /// <summary>Once, on a date.</summary>
    Date,

    /// <summary>On a day of each month.</summary>
    Monthly,

    /// <summary>A number of times in each pay period, without a date.</summary>
    PerPeriod,

    /// <summary>On a weekday, twice in each pay period.</summary>
    Weekly,

    /// <summary>On a day of each year.</summary>
    Annual,
}
