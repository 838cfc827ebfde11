namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>
/// Interest on the average daily balance, which itself grows by each day's interest (spec/credit-payoff.md §5). The end balance holds
/// the compounded interest and, as upstream has it, one more day's rate on the interest of the period.
/// </summary>
internal sealed class AdbCompoundedDaily : InterestMethod
{
    /// <inheritdoc />
    public override string Name => nameof(AdbCompoundedDaily);

    /// <inheritdoc />
    public override string Description => "Average Daily Balance Compounded Daily (AmEx)";

    /// <inheritdoc />
    public override PeriodInterest Calculate(decimal apr, decimal principal, BillingPeriod period, IReadOnlyList<DatedAmount> transactions)
    {
        var rate = apr / DaysOfYear;
        var changes = transactions.ToLookup(t => t.Date, t => t.Amount);
        var balance = principal;
        var total = 0m;
        for (var day = period.Start; day <= period.End; day = day.AddDays(1))
        {
            balance += changes[day].Sum();
            balance += balance * rate;
            total += balance;
        }

        var interest = total / period.Days * apr * period.Days / DaysOfYear;
        return new PeriodInterest(interest, balance + (interest * rate));
    }
}
