using System.Globalization;
using System.Runtime.InteropServices;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>
/// The days of one card statement, both included. Calendar months stand in for the bank's real cycles (spec/credit-payoff.md §6).
/// </summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BillingPeriod(DateOnly Start, DateOnly End)
{
    private const int MiddleOfMonth = 15;

    /// <summary>Number of days.</summary>
    public int Days => End.DayNumber - Start.DayNumber + 1;

    /// <summary>The day on which its payment is made: the middle, rounded down.</summary>
    public DateOnly PaymentDate => Start.AddDays((Days - 1) / 2);

    /// <summary>The period after it, to the end of that month.</summary>
    public BillingPeriod Next => From(End.AddDays(1));

    /// <summary>The whole month that holds the day before it.</summary>
    public BillingPeriod Previous => Month(Start.AddDays(-1));

    /// <summary>The period that the balance of a day belongs to: the month before, in the first half of a month, else the month itself.</summary>
    /// <param name="date">The day.</param>
    /// <returns>A whole month.</returns>
    public static BillingPeriod Of(DateOnly date) => Month(date.Day < MiddleOfMonth ? date.AddMonths(-1) : date);

    /// <summary>The period that begins on a day.</summary>
    /// <param name="start">First day.</param>
    /// <returns>To the end of the month.</returns>
    public static BillingPeriod From(DateOnly start) => new(start, new DateOnly(start.Year, start.Month, DateTime.DaysInMonth(start.Year, start.Month)));

    /// <summary>Its days. What a record would print by itself goes on from period to period without end.</summary>
    /// <returns><c>YYYY-MM-DD to YYYY-MM-DD</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start:yyyy-MM-dd} to {End:yyyy-MM-dd}");

    private static BillingPeriod Month(DateOnly date) => From(new DateOnly(date.Year, date.Month, 1));
}
