namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>
/// A way in which a bank charges interest (spec/credit-payoff.md §5). Both figures must be linear in the principal and the amounts,
/// apart from a constant: <see cref="PeriodFactors"/> relies on it.
/// </summary>
internal abstract class InterestMethod
{
    /// <summary>A year for the purpose of interest, leap years too.</summary>
    protected const decimal DaysOfYear = 365m;

    /// <summary>The methods that an account can have, by name.</summary>
    public static IReadOnlyList<InterestMethod> All { get; } = [new AdbCompoundedDaily(), new SimpleInterest()];

    /// <summary>The name as stored in accounts: <c>interest_class_name</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What it is, for the user.</summary>
    public abstract string Description { get; }

    /// <summary>The method of a name.</summary>
    /// <param name="name">A name as stored, or null.</param>
    /// <returns>The method; null when there is none of that name.</returns>
    public static InterestMethod? Find(string? name) => All.FirstOrDefault(method => method.Name == name);

    /// <summary>Calculates a period.</summary>
    /// <param name="apr">Annual percentage rate as a fraction: 0.1999 is 19.99 %.</param>
    /// <param name="principal">What is owed before its first day.</param>
    /// <param name="period">Its days.</param>
    /// <param name="transactions">Amounts that change the balance on their day, before that day's interest; a payment is negative. Those of other days do not count.</param>
    /// <returns>Interest and end balance.</returns>
    public abstract PeriodInterest Calculate(decimal apr, decimal principal, BillingPeriod period, IReadOnlyList<DatedAmount> transactions);
}
