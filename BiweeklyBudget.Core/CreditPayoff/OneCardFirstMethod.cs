using System.Globalization;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>Every card gets its minimum, and one card, chosen anew each month, all that is left of the plan's sum. What it does not need goes to the next one (ADR 0028).</summary>
internal abstract class OneCardFirstMethod : PayoffMethod
{
    /// <inheritdoc />
    public sealed override decimal TotalOf(PaymentPlan plan, BillingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.TotalFor(period);
    }

    /// <inheritdoc />
    public sealed override string? Distribute(ReadOnlySpan<UnpaidCard> unpaid, decimal total, PayoffPolicy policy, Span<decimal> payments)
    {
        var minimums = 0m;
        for (var i = 0; i < unpaid.Length; i++)
        {
            payments[i] = policy is PayoffPolicy.PassesOn ? Math.Min(unpaid[i].Minimum, Math.Max(unpaid[i].Balance, 0m)) : unpaid[i].Minimum;
            minimums += payments[i];
        }

        if (minimums > total)
        {
            return $"ERROR: Max total payment of {Text(total)} is less than sum of minimum payments ({Text(minimums)})";
        }

        var (target, rest) = (Target(unpaid), total - minimums);
        if (policy is PayoffPolicy.Upstream || rest <= unpaid[target].Balance - payments[target])
        {
            payments[target] += rest;
        }
        else
        {
            PassOn(unpaid, rest, payments);
        }

        return null;
    }

    /// <summary>The card that gets what is left; the earlier one of equals.</summary>
    /// <param name="unpaid">The cards, at least one.</param>
    /// <returns>Its index among them.</returns>
    protected abstract int Target(ReadOnlySpan<UnpaidCard> unpaid);

    /// <summary>Gives each card, in the method's order, what it still needs, as long as there is anything left.</summary>
    private void PassOn(ReadOnlySpan<UnpaidCard> unpaid, decimal rest, Span<decimal> payments)
    {
        var waiting = unpaid.ToArray();
        int[] places = [.. Enumerable.Range(0, waiting.Length)];
        for (var count = waiting.Length; count > 0 && rest > 0; count--)
        {
            var target = Target(waiting.AsSpan(0, count));
            var place = places[target];
            var share = Math.Min(rest, Math.Max(waiting[target].Balance - payments[place], 0m));
            payments[place] += share;
            rest -= share;

            // The others keep their order: of equals the earlier one comes first.
            Array.Copy(waiting, target + 1, waiting, target, count - target - 1);
            Array.Copy(places, target + 1, places, target, count - target - 1);
        }
    }

    // The sums carry fractions of a cent to the end; four decimals tell them apart well enough.
    private static string Text(decimal amount) => decimal.Round(amount, 4).ToString("0.00##", CultureInfo.InvariantCulture);
}
