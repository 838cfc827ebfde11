using BiweeklyBudget.Core.CreditPayoff;

namespace BiweeklyBudget.Core.Tests.CreditPayoff;

/// <summary>The stand-in <c>Flat</c> of the vectors and of example E7: the interest is the figure given as rate, whatever the balance.</summary>
internal sealed class FlatInterest : InterestMethod
{
    public override string Name => "Flat";

    public override string Description => "The same interest every month";

    public override PeriodInterest Calculate(decimal apr, decimal principal, BillingPeriod period, IReadOnlyList<DatedAmount> transactions) =>
        new(apr, principal + transactions.Where(t => t.Date >= period.Start && t.Date <= period.End).Sum(t => t.Amount) + apr);
}
