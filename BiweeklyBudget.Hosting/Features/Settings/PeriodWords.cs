using System.Globalization;
using BiweeklyBudget.Core.Calendar;

namespace BiweeklyBudget.Hosting.Features.Settings;

/// <summary>A pay period as a person says it. payday.js says the same.</summary>
internal static class PeriodWords
{
    /// <summary>For example <c>Fri 20 Nov to Thu 3 Dec 2026</c>.</summary>
    public static string Of(PayPeriod period) =>
        period.Start.Year == period.End.Year ? $"{Text(period.Start, "ddd d MMM")} to {Day(period.End)}" : $"{Day(period.Start)} to {Day(period.End)}";

    /// <summary>For example <c>Thu 3 Dec 2026</c>.</summary>
    public static string Day(DateOnly day) => Text(day, "ddd d MMM yyyy");

    /// <summary>For example <c>Thu 3 Dec</c>.</summary>
    public static string Short(DateOnly day) => Text(day, "ddd d MMM");

    private static string Text(DateOnly day, string form) => day.ToString(form, CultureInfo.InvariantCulture);
}
