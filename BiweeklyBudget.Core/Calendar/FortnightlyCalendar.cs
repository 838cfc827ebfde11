using System.Linq.Expressions;

namespace BiweeklyBudget.Core.Calendar;

/// <summary>A payday every fourteen days, counted from any one of them (spec/domain.md §5). All arithmetic takes constant time.</summary>
internal sealed class FortnightlyCalendar : PayCalendar
{
    private const int Length = 14;

    // What is added to the number of a day, so that the first day of each period is a multiple of the length.
    private readonly int _shift;

    public FortnightlyCalendar(DateOnly payday)
    {
        var shift = _shift = Length - (payday.DayNumber % Length);

        // The remainder is taken off, not the quotient taken: engines round divisions in different ways.
        PeriodKey = date => DayNumber.Of(date) - ((DayNumber.Of(date) + shift) % Length);
    }

    /// <inheritdoc />
    internal override Expression<Func<DateOnly, int>> PeriodKey { get; }

    /// <inheritdoc />
    public override PayPeriod Containing(DateOnly date) => From(date.DayNumber - ((date.DayNumber + _shift) % Length));

    /// <inheritdoc />
    public override PayPeriod Plus(PayPeriod period, int periods)
    {
        // The last day of the very first period and the first one of the very last are always there to count from.
        var inside = Math.Clamp(period.Start.DayNumber + ((long)periods * Length), DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber);
        return Containing(DateOnly.FromDayNumber((int)inside));
    }

    private static PayPeriod From(int start) => new(Day(start), Day(start + Length - 1));

    private static DateOnly Day(int number) => DateOnly.FromDayNumber(Math.Clamp(number, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
