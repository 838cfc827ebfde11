namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>Interest charged once, on the balance at the end of the period (spec/credit-payoff.md §5).</summary>
internal sealed class SimpleInterest : InterestMethod
{
    /// <inheritdoc />
    public override string Name => nameof(SimpleInterest);

    /// <inheritdoc />
    public override string Description => "Interest charged once on the balance at end of period.";

    /// <inheritdoc />
    public override PeriodInterest Calculate(decimal apr, decimal principal, BillingPeriod period, IReadOnlyList<DatedAmount> transactions)
    {
        var balance = principal + transactions.Where(t => t.Date >= period.Start && t.Date <= period.End).Sum(t => t.Amount);
        var interest = balance * apr * period.Days / DaysOfYear;
        return new PeriodInterest(interest, balance + interest);
    }
}
