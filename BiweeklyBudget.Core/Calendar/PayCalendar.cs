using System.Linq.Expressions;

namespace BiweeklyBudget.Core.Calendar;

/// <summary>
/// When somebody is paid: it divides all days into pay periods, without gap or overlap, and alone knows how long they are. Everything
/// that needs the period of a date, or the one before or after another, asks it. Immutable and safe to use from many threads.
/// </summary>
/// <remarks>Another rhythm (weekly, monthly …) is another class in this folder; nothing outside may assume one.</remarks>
public abstract class PayCalendar
{
    private protected PayCalendar()
    {
    }

    /// <summary>A calendar of paydays every fourteen days.</summary>
    /// <param name="payday">First day of any one pay period, past or future.</param>
    /// <returns>The calendar.</returns>
    public static PayCalendar Fortnightly(DateOnly payday) => new FortnightlyCalendar(payday);

    /// <summary>The period that holds a date.</summary>
    /// <param name="date">Any date. At the ends of the calendar (years 1 and 9999) a period's days that no date can name are cut off.</param>
    /// <returns>The period.</returns>
    public abstract PayPeriod Containing(DateOnly date);

    /// <summary>The period a number of periods later.</summary>
    /// <param name="period">A period of this calendar.</param>
    /// <param name="periods">How many; negative for earlier ones.</param>
    /// <returns>The period; the very first or last one when there are not so many.</returns>
    public abstract PayPeriod Plus(PayPeriod period, int periods);

    /// <summary>The period after another.</summary>
    /// <param name="period">A period of this calendar.</param>
    /// <returns>The period; the same one when it is the last of all.</returns>
    public PayPeriod Next(PayPeriod period) => period.End < DateOnly.MaxValue ? Containing(period.End.AddDays(1)) : period;

    /// <summary>The period before another.</summary>
    /// <param name="period">A period of this calendar.</param>
    /// <returns>The period; the same one when it is the first of all.</returns>
    public PayPeriod Previous(PayPeriod period) => period.Start > DateOnly.MinValue ? Containing(period.Start.AddDays(-1)) : period;

    /// <summary>Consecutive periods.</summary>
    /// <param name="first">The first of them, a period of this calendar.</param>
    /// <param name="count">How many; 0 or more.</param>
    /// <returns>The periods in their order; fewer where time ends.</returns>
    public IReadOnlyList<PayPeriod> From(PayPeriod first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return [.. Following(first).Take(count)];
    }

    /// <summary>All periods that ended by a day, from the one that holds another day on.</summary>
    /// <param name="from">A day of the first of them.</param>
    /// <param name="endedBy">The day that all of them end on or before.</param>
    /// <returns>The periods in their order; none when the first one has not ended by then.</returns>
    public IEnumerable<PayPeriod> Ended(DateOnly from, DateOnly endedBy) => Following(Containing(from)).TakeWhile(period => period.End <= endedBy);

    /// <summary>
    /// A number that the days of one period share and no other day has, for queries that add up by period: an expression that the
    /// database evaluates (<see cref="DayNumber.Of"/> is mapped there).
    /// </summary>
    internal abstract Expression<Func<DateOnly, int>> PeriodKey { get; }

    private IEnumerable<PayPeriod> Following(PayPeriod first)
    {
        yield return first;
        for (var (period, next) = (first, Next(first)); next != period; (period, next) = (next, Next(next)))
        {
            yield return next;
        }
    }
}
