using BiweeklyBudget.Core.Calendar;

namespace BiweeklyBudget.Core.Tests.Calendar;

/// <summary>Pay periods of fourteen days, for tests that know a first day.</summary>
internal static class Fortnights
{
    public static PayPeriod Beginning(DateOnly start) => PayCalendar.Fortnightly(start).Containing(start);

    public static PayPeriod Plus(this PayPeriod period, int periods) => PayCalendar.Fortnightly(period.Start).Plus(period, periods);

    /// <summary>The period, the one before it and those after it.</summary>
    public static IReadOnlyList<PayPeriod> FromTheOneBefore(this PayPeriod period, int count) => PayCalendar.Fortnightly(period.Start).From(period.Plus(-1), count);
}
