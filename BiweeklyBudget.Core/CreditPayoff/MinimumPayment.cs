namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>A bank's rule for the least that must be paid on a statement (spec/credit-payoff.md §7). It is not capped at the balance.</summary>
internal abstract class MinimumPayment
{
    /// <summary>The rules that an account can have, by name.</summary>
    public static IReadOnlyList<MinimumPayment> All { get; } = [new AmExMinimum(), new CitiMinimum(), new DiscoverMinimum()];

    /// <summary>The name as stored in accounts: <c>min_payment_class_name</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What it is, for the user.</summary>
    public abstract string Description { get; }

    /// <summary>The rule of a name.</summary>
    /// <param name="name">A name as stored, or null.</param>
    /// <returns>The rule; null when there is none of that name.</returns>
    public static MinimumPayment? Find(string? name) => All.FirstOrDefault(rule => rule.Name == name);

    /// <summary>The least payment.</summary>
    /// <param name="endBalance">The statement's end balance.</param>
    /// <param name="interest">The statement's interest.</param>
    /// <returns>The amount, with fractions of a cent.</returns>
    public abstract decimal Amount(decimal endBalance, decimal interest);
}
