namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>How much is paid on all cards together, month by month (spec/credit-payoff.md §9).</summary>
internal sealed class PaymentPlan
{
    private readonly DatedAmount[] _increases;
    private readonly DatedAmount[] _oneTimes;

    /// <summary>Creates a plan.</summary>
    /// <param name="baseTotal">The monthly sum as long as no increase has begun.</param>
    /// <param name="increases">Monthly sums that replace the earlier one from their day on; the later one of equal days counts.</param>
    /// <param name="oneTimes">Amounts added once, to the first payment on or after their day.</param>
    public PaymentPlan(decimal baseTotal, IEnumerable<DatedAmount>? increases = null, IEnumerable<DatedAmount>? oneTimes = null)
    {
        BaseTotal = baseTotal;
        _increases = [.. (increases ?? []).OrderBy(i => i.Date)];
        _oneTimes = [.. oneTimes ?? []];
    }

    /// <summary>The monthly sum as long as no increase has begun.</summary>
    public decimal BaseTotal { get; }

    /// <summary>The sum for the payments that follow from a period's statements.</summary>
    /// <param name="period">The period; its own payment date decides, although the money lands on the next period's.</param>
    /// <returns>The sum.</returns>
    public decimal TotalFor(BillingPeriod period)
    {
        var due = period.PaymentDate;
        var dueBefore = period.Previous.PaymentDate;
        var total = BaseTotal;
        foreach (var increase in _increases)
        {
            total = increase.Date <= due ? increase.Amount : total;
        }

        foreach (var oneTime in _oneTimes)
        {
            total += oneTime.Date > dueBefore && oneTime.Date <= due ? oneTime.Amount : 0m;
        }

        return total;
    }
}
