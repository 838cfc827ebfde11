using System.Globalization;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Hosting.Ui;

namespace BiweeklyBudget.Hosting.Features.Settings;

/// <summary>A pay period where its payday is chosen: with the days of the week, as paydays are known by. payday.js says the same.</summary>
internal static class PeriodWords
{
    /// <summary>For example <c>Fri 11/20/2026 to Thu 12/3/2026</c>.</summary>
    /// <param name="period">The period.</param>
    /// <param name="days">How days are written.</param>
    public static string Of(PayPeriod period, DayFormat days) => $"{Day(period.Start, days)} to {Day(period.End, days)}";

    /// <summary>For example <c>Thu 12/3/2026</c>.</summary>
    /// <param name="day">The day.</param>
    /// <param name="days">How days are written.</param>
    public static string Day(DateOnly day, DayFormat days) => $"{day.ToString("ddd", CultureInfo.InvariantCulture)} {days.Text(day)}";
}
