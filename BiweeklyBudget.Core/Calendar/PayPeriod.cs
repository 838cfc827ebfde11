using System.Globalization;
using System.Runtime.InteropServices;

namespace BiweeklyBudget.Core.Calendar;

/// <summary>
/// A pay period: the days from one payday to the day before the next, both included. How long it is and which one comes before
/// or after it is known to a <see cref="PayCalendar"/> alone.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PayPeriod : IComparable<PayPeriod>
{
    /// <summary>Names the days. Periods that belong together come from a <see cref="PayCalendar"/>.</summary>
    /// <param name="start">First day, included.</param>
    /// <param name="end">Last day, included; the first one or later.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last day is before the first.</exception>
    public PayPeriod(DateOnly start, DateOnly end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>First day, included.</summary>
    public DateOnly Start { get; }

    /// <summary>Last day, included.</summary>
    public DateOnly End { get; }

    /// <summary>Number of days, at least 1.</summary>
    public int Days => End.DayNumber - Start.DayNumber + 1;

    /// <summary>Whether a date lies in the period.</summary>
    /// <param name="date">The date.</param>
    /// <returns><see langword="true"/> from the first to the last day.</returns>
    public bool Contains(DateOnly date) => Start <= date && date <= End;

    /// <summary>Whether the period ended before today.</summary>
    /// <param name="today">Today's UTC date.</param>
    /// <returns><see langword="true"/> when its last day is before today.</returns>
    public bool IsPast(DateOnly today) => End < today;

    /// <summary>The day of the period that a new entry is dated on unless somebody says otherwise.</summary>
    /// <param name="today">Today's UTC date.</param>
    /// <returns>Today when it lies in the period, otherwise the first day.</returns>
    public DateOnly DefaultDate(DateOnly today) => Contains(today) ? today : Start;

    /// <summary>Compares by first day, then by last day.</summary>
    /// <param name="other">Another period.</param>
    /// <returns>Negative when this one begins first, positive when the other does, 0 when they are the same.</returns>
    public int CompareTo(PayPeriod other) => (Start, End).CompareTo((other.Start, other.End));

    /// <summary>Whether one period begins before another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>The comparison's result.</returns>
    public static bool operator <(PayPeriod left, PayPeriod right) => left.CompareTo(right) < 0;

    /// <summary>Whether one period begins before another or is the same.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>The comparison's result.</returns>
    public static bool operator <=(PayPeriod left, PayPeriod right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one period begins after another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>The comparison's result.</returns>
    public static bool operator >(PayPeriod left, PayPeriod right) => left.CompareTo(right) > 0;

    /// <summary>Whether one period begins after another or is the same.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>The comparison's result.</returns>
    public static bool operator >=(PayPeriod left, PayPeriod right) => left.CompareTo(right) >= 0;

    /// <summary>The first day as it stands in addresses.</summary>
    /// <returns><c>YYYY-MM-DD</c>.</returns>
    public override string ToString() => Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
