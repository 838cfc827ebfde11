namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>Every card gets its own minimum, worked out anew each month; the plan's sums do not count.</summary>
internal sealed class MinPaymentMethod : PayoffMethod
{
    /// <inheritdoc />
    public override string Name => nameof(MinPaymentMethod);

    /// <inheritdoc />
    public override string Title => "Minimum payments";

    /// <inheritdoc />
    public override string Description => "Minimum Payment Only";

    /// <inheritdoc />
    public override string Explanation => "Each card gets its own minimum payment every month and nothing more. The longest and dearest way; the others are measured against it.";

    /// <inheritdoc />
    public override decimal TotalOf(PaymentPlan plan, BillingPeriod period) => 0m;

    /// <inheritdoc />
    public override string? Distribute(ReadOnlySpan<UnpaidCard> unpaid, decimal total, PayoffPolicy policy, Span<decimal> payments)
    {
        for (var i = 0; i < unpaid.Length; i++)
        {
            payments[i] = unpaid[i].Minimum;
        }

        return null;
    }
}
