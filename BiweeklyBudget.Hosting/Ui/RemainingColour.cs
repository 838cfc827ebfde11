using BiweeklyBudget.Core.PayPeriods;

namespace BiweeklyBudget.Hosting.Ui;

/// <summary>The colour of a pay period's tile by what remains of its income (spec/domain.md §3).</summary>
internal static class RemainingColour
{
    private const decimal Comfortable = 100;

    /// <summary>The colour.</summary>
    /// <param name="remaining">What remains, in the currency's units.</param>
    /// <returns><c>red</c> up to zero, <c>yellow</c> below one hundred, else <c>green</c>.</returns>
    public static string Of(decimal remaining) => remaining switch
    {
        <= 0 => "red",
        < Comfortable => "yellow",
        _ => "green",
    };

    /// <summary>The same for a period; <c>plain</c> as long as nothing comes in and nothing goes out, because nothing is wrong with that.</summary>
    /// <param name="totals">The period's totals.</param>
    /// <returns>The word.</returns>
    public static string Of(PeriodTotals totals) => totals is { Income: 0, Allocated: 0, Spent: 0, Remaining: 0 } ? "plain" : Of(totals.Remaining);
}
