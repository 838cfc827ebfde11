namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>Which periods each page shows, in their order (spec/domain.md §5).</summary>
public static class ShownPeriods
{
    /// <summary>Home: the current period and the eight after it.</summary>
    /// <param name="current">Today's period.</param>
    /// <returns>Nine periods.</returns>
    public static IReadOnlyList<PayPeriod> AtHome(PayPeriod current) => From(current, 9);

    /// <summary>The list of pay periods: the previous one, the current one and the eight after it.</summary>
    /// <param name="current">Today's period.</param>
    /// <returns>Ten periods.</returns>
    public static IReadOnlyList<PayPeriod> InList(PayPeriod current) => From(current.Previous, 10);

    /// <summary>The page of one period: the one before it, itself and the three after it.</summary>
    /// <param name="period">The period that is looked at.</param>
    /// <returns>Five periods.</returns>
    public static IReadOnlyList<PayPeriod> Around(PayPeriod period) => From(period.Previous, 5);

    private static PayPeriod[] From(PayPeriod first, int count) => [.. Enumerable.Range(0, count).Select(first.Plus)];
}
