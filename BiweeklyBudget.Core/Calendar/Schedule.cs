using System.Globalization;
using System.Runtime.InteropServices;

namespace BiweeklyBudget.Core.Calendar;

/// <summary>
/// When a scheduled transaction recurs. Its type is that of the first part that is set, in the order of the parameters;
/// the parts of other types mean nothing then.
/// </summary>
/// <param name="Date">One date.</param>
/// <param name="DayOfMonth">Day of each month.</param>
/// <param name="NumberPerPeriod">Times in each pay period.</param>
/// <param name="DayOfWeek">Weekday, Monday = 0 to Sunday = 6.</param>
/// <param name="AnnualMonth">Month of each year, from 1.</param>
/// <param name="AnnualDay">Day of that month.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Schedule(DateOnly? Date = null, int? DayOfMonth = null, int? NumberPerPeriod = null, int? DayOfWeek = null, int? AnnualMonth = null, int? AnnualDay = null)
{
    /// <summary>The last day that a monthly schedule may name; every month has it.</summary>
    public const int LastDayOfMonth = 28;

    // 29 February counts as a date that exists, so days are checked against a leap year.
    private const int LeapYear = 2000;

    /// <summary>The type; null when no part is set.</summary>
    public ScheduleType? Type =>
        Date is not null ? ScheduleType.Date
        : DayOfMonth is not null ? ScheduleType.Monthly
        : NumberPerPeriod is not null ? ScheduleType.PerPeriod
        : DayOfWeek is not null ? ScheduleType.Weekly
        : AnnualMonth is not null ? ScheduleType.Annual
        : null;

    /// <summary>The type as lists and the HTTP interface name it, for example <c>per period</c>; null when no part is set.</summary>
    public string? TypeName => Type switch
    {
        ScheduleType.Date => "date",
        ScheduleType.Monthly => "monthly",
        ScheduleType.PerPeriod => "per period",
        ScheduleType.Weekly => "weekly",
        ScheduleType.Annual => "annual",
        _ => null,
    };

    /// <summary>
    /// Whether a scheduled transaction may hold it. A yearly date that exists in no year is refused, 29 February is not;
    /// in other years it does not occur.
    /// </summary>
    public bool IsValid => Type switch
    {
        ScheduleType.Date => true,
        ScheduleType.Monthly => DayOfMonth is >= 1 and <= LastDayOfMonth,
        ScheduleType.PerPeriod => NumberPerPeriod >= 1,
        ScheduleType.Weekly => DayOfWeek is >= 0 and <= 6,
        ScheduleType.Annual => DateIn(LeapYear, AnnualMonth, AnnualDay) is not null,
        _ => false,
    };

    /// <summary>The short text, for example <c>2025-04-15</c>, <c>3rd</c>, <c>2 per period</c>, <c>Every Monday</c> or <c>Jan 15th</c>.</summary>
    /// <returns>The text; null when no part is set.</returns>
    public string? Describe() => Type switch
    {
        ScheduleType.Date => Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ScheduleType.Monthly => OrdinalNumber.Text(DayOfMonth!.Value),
        ScheduleType.PerPeriod => string.Create(CultureInfo.InvariantCulture, $"{NumberPerPeriod} per period"),
        ScheduleType.Weekly => $"Every {NameOfWeekday(DayOfWeek!.Value)}",
        ScheduleType.Annual => $"{NameOfMonth(AnnualMonth!.Value)} {OrdinalNumber.Text(AnnualDay ?? 0)}",
        _ => null,
    };

    /// <summary>
    /// The occurrences in a period, ascending. A day that a month or year does not have is skipped.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <returns>One element for each occurrence; null for one without a date.</returns>
    public IReadOnlyList<DateOnly?> OccurrencesIn(PayPeriod period) => Type switch
    {
        ScheduleType.Date => period.Contains(Date!.Value) ? [Date] : [],
        ScheduleType.Monthly => MonthlyIn(period),
        ScheduleType.PerPeriod => new DateOnly?[Math.Max(0, NumberPerPeriod!.Value)],
        ScheduleType.Weekly => WeeklyIn(period),
        ScheduleType.Annual => AnnualIn(period),
        _ => [],
    };

    /// <summary>
    /// The occurrences that transactions of the period have not used up. Date, monthly and annual schedules are done with one
    /// conversion on any day of the period; the others lose one occurrence for each. A weekly one loses the occurrence that
    /// is nearest to the conversion.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="conversions">Dates of the period's transactions that were made from the schedule.</param>
    /// <returns>What is left, ascending; null for an occurrence without a date.</returns>
    public IReadOnlyList<DateOnly?> OpenOccurrencesIn(PayPeriod period, IReadOnlyCollection<DateOnly> conversions)
    {
        ArgumentNullException.ThrowIfNull(conversions);
        var occurrences = OccurrencesIn(period);
        if (conversions.Count == 0)
        {
            return occurrences;
        }

        if (Type is ScheduleType.PerPeriod)
        {
            return new DateOnly?[Math.Max(0, occurrences.Count - conversions.Count)];
        }

        return Type is ScheduleType.Weekly ? WithoutNearest(occurrences, conversions) : [];
    }

    private static List<DateOnly?> WithoutNearest(IReadOnlyList<DateOnly?> occurrences, IEnumerable<DateOnly> conversions)
    {
        var open = occurrences.ToList();
        foreach (var conversion in conversions.Order())
        {
            if (open.Count == 0)
            {
                break;
            }

            open.Remove(open.MinBy(o => Math.Abs(o!.Value.DayNumber - conversion.DayNumber)));
        }

        return open;
    }

    private List<DateOnly?> MonthlyIn(PayPeriod period)
    {
        var dates = new List<DateOnly?>();
        for (var (year, month) = (period.Start.Year, period.Start.Month); (year, month).CompareTo((period.End.Year, period.End.Month)) <= 0; (year, month) = month < 12 ? (year, month + 1) : (year + 1, 1))
        {
            dates.Add(DateIn(year, month, DayOfMonth));
        }

        return Within(period, dates);
    }

    private List<DateOnly?> AnnualIn(PayPeriod period)
    {
        var (month, day) = (AnnualMonth, AnnualDay);
        return Within(period, Enumerable.Range(period.Start.Year, period.End.Year - period.Start.Year + 1).Select(year => DateIn(year, month, day)));
    }

    private List<DateOnly?> WeeklyIn(PayPeriod period)
    {
        var dates = new List<DateOnly?>();
        if (DayOfWeek is not (>= 0 and <= 6))
        {
            return dates;
        }

        var first = period.Start.DayNumber + (((DayOfWeek.Value - WeekdayOf(period.Start)) + 7) % 7);
        for (var day = first; day <= period.End.DayNumber; day += 7)
        {
            dates.Add(DateOnly.FromDayNumber(day));
        }

        return dates;
    }

    private static List<DateOnly?> Within(PayPeriod period, IEnumerable<DateOnly?> dates) => [.. dates.Where(date => date is { } day && period.Contains(day))];

    private static DateOnly? DateIn(int year, int? month, int? day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month.Value) ? new DateOnly(year, month.Value, day.Value) : null;

    private static int WeekdayOf(DateOnly date) => ((int)date.DayOfWeek + 6) % 7;

    private static string NameOfWeekday(int weekday) =>
        weekday is >= 0 and <= 6 ? CultureInfo.InvariantCulture.DateTimeFormat.GetDayName((System.DayOfWeek)((weekday + 1) % 7)) : weekday.ToString(CultureInfo.InvariantCulture);

    private static string NameOfMonth(int month) =>
        month is >= 1 and <= 12 ? CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month) : month.ToString(CultureInfo.InvariantCulture);
}
