using BiweeklyBudget.Core.Calendar;

namespace BiweeklyBudget.Hosting.Features.PayPeriods;

/// <summary>Which periods each page shows, in their order (spec/domain.md §5).</summary>
/// <param name="calendar">When the user is paid.</param>
internal sealed class ShownPeriods(PayCalendar calendar)
{
    /// <summary>Home: the current period and the eight after it.</summary>
    /// <param name="current">Today's period.</param>
    /// <returns>Nine periods.</returns>
    public IReadOnlyList<PayPeriod> AtHome(PayPeriod current) => calendar.From(current, 9);

    /// <summary>The list of pay periods: the previous one, the current one and the eight after it.</summary>
    /// <param name="current">Today's period.</param>
    /// <returns>Ten periods.</returns>
    public IReadOnlyList<PayPeriod> InList(PayPeriod current) => calendar.From(calendar.Previous(current), 10);

    /// <summary>The page of one period: the one before it, itself and the three after it.</summary>
    /// <param name="period">The period that is looked at.</param>
    /// <returns>Five periods.</returns>
    public IReadOnlyList<PayPeriod> Around(PayPeriod period) => calendar.From(calendar.Previous(period), 5);

    /// <summary>The suffix that names a period's place beside the current one.</summary>
    /// <param name="period">The period.</param>
    /// <param name="current">Today's period.</param>
    /// <returns><c>(prev.)</c>, <c>(curr.)</c>, <c>(next)</c> or the empty string.</returns>
    public string LabelOf(PayPeriod period, PayPeriod current) =>
        period == current ? "(curr.)"
        : period == calendar.Next(current) ? "(next)"
        : period == calendar.Previous(current) ? "(prev.)"
        : "";
}
