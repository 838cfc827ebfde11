using System.Globalization;

namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>
/// A pay period: 14 days from its first day on (spec/domain.md §5). All arithmetic takes constant time. At the ends of the
/// calendar (years 1 and 9999) days that no date can name are cut off.
/// </summary>
/// <param name="Start">First day, included.</param>
public readonly record struct PayPeriod(DateOnly Start) : IComparable<PayPeriod>
{
    /// <summary>Days in a pay period.</summary>
    public const int Length = 14;

    /// <summary>Last day, included.</summary>
    public DateOnly End => Shift(Start, Length - 1);

    /// <summary>The period after this one.</summary>
    public PayPeriod Next => Plus(1);

    /// <summary>The period before this one.</summary>
    public PayPeriod Previous => Plus(-1);

    /// <summary>The period that holds a date.</summary>
    /// <param name="date">Any date.</param>
    /// <param name="anchor">First day of any one pay period, before or after the date.</param>
    /// <returns>The period.</returns>
    public static PayPeriod Containing(DateOnly date, DateOnly anchor)
    {
        var days = date.DayNumber - anchor.DayNumber;
        var intoPeriod = ((days % Length) + Length) % Length;
        return new PayPeriod(Shift(date, -intoPeriod));
    }

    /// <summary>The period a number of periods later.</summary>
    /// <param name="periods">How many; negative for earlier ones.</param>
    /// <returns>The period.</returns>
    public PayPeriod Plus(int periods) => new(Shift(Start, (long)periods * Length));

    /// <summary>Whether a date lies in the period.</summary>
    /// <param name="date">The date.</param>
    /// <returns><see langword="true"/> for the first to the last day.</returns>
    public bool Contains(DateOnly date) => Start <= date && date <= End;

    /// <summary>Whether the period ended before today.</summary>
    /// <param name="today">Today's UTC date.</param>
    /// <returns><see langword="true"/> when its last day is before today.</returns>
    public bool IsPast(DateOnly today) => End < today;

    /// <summary>The suffix that names this period's place beside the current one.</summary>
    /// <param name="current">Today's period.</param>
    /// <returns><c>(prev.)</c>, <c>(curr.)</c>, <c>(next)</c> or the empty string.</returns>
    public string LabelSeenFrom(PayPeriod current) =>
        this == current ? "(curr.)"
        : this == current.Next ? "(next)"
        : this == current.Previous ? "(prev.)"
        : "";

    /// <summary>The date that a form opened on this period's page proposes (spec/domain.md §5).</summary>
    /// <param name="today">Today's UTC date.</param>
    /// <returns>Today when it lies in the period, otherwise the first day.</returns>
    public DateOnly DefaultDate(DateOnly today) => Contains(today) ? today : Start;

    /// <inheritdoc />
    public int CompareTo(PayPeriod other) => Start.CompareTo(other.Start);

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

    private static DateOnly Shift(DateOnly date, long days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(date.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
