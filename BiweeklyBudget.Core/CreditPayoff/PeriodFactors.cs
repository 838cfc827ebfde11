namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>
/// What a period with one payment in its middle does to a card, as two straight lines over balance and payment. Taken from the
/// interest method's own day-by-day calculation, which is linear; a payoff over decades then needs a few products a month
/// instead of thirty. The lines depend on the rate and the number of days only.
/// </summary>
internal sealed class PeriodFactors
{
    // Products of shorter numbers are quicker; the error stays below the places that a statement keeps.
    private const int Places = 22;

    private readonly PeriodInterest _constant;
    private readonly PeriodInterest _ofBalance;
    private readonly PeriodInterest _ofPayment;

    public PeriodFactors(InterestMethod method, decimal apr, BillingPeriod period)
    {
        _constant = method.Calculate(apr, 0m, period, []);
        var one = method.Calculate(apr, 1m, period, []);
        var paid = method.Calculate(apr, 0m, period, [new DatedAmount(period.PaymentDate, 1m)]);
        _ofBalance = Slope(one);
        _ofPayment = Slope(paid);
    }

    /// <summary>Interest and end balance for a balance at the start and a payment in the middle; both positive.</summary>
    public PeriodInterest Of(decimal balance, decimal payment) => new(
        _constant.Interest + (_ofBalance.Interest * balance) - (_ofPayment.Interest * payment),
        _constant.EndBalance + (_ofBalance.EndBalance * balance) - (_ofPayment.EndBalance * payment));

    private PeriodInterest Slope(PeriodInterest one) =>
        new(decimal.Round(one.Interest - _constant.Interest, Places), decimal.Round(one.EndBalance - _constant.EndBalance, Places));
}
