using System.Globalization;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>Every card gets its minimum, and one card, chosen anew each month, all that is left of the plan's sum.</summary>
internal abstract class OneCardFirstMethod : PayoffMethod
{
    /// <inheritdoc />
    public sealed override decimal TotalOf(PaymentPlan plan, BillingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.TotalFor(period);
    }

    /// <inheritdoc />
    public sealed override string? Distribute(ReadOnlySpan<UnpaidCard> unpaid, decimal total, Span<decimal> payments)
    {
        var minimums = 0m;
        for (var i = 0; i < unpaid.Length; i++)
        {
            payments[i] = unpaid[i].Minimum;
            minimums += unpaid[i].Minimum;
        }

        if (minimums > total)
        {
            return $"ERROR: Max total payment of {Text(total)} is less than sum of minimum payments ({Text(minimums)})";
        }

        payments[Target(unpaid)] += total - minimums;
        return null;
    }

    /// <summary>The card that gets what is left; the earlier one of equals.</summary>
    /// <param name="unpaid">The cards, at least one.</param>
    /// <returns>Its index among them.</returns>
    protected abstract int Target(ReadOnlySpan<UnpaidCard> unpaid);

    // The sums carry fractions of a cent to the end; four decimals tell them apart well enough.
    private static string Text(decimal amount) => decimal.Round(amount, 4).ToString("0.00##", CultureInfo.InvariantCulture);
}
