namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>Every card gets the whole base total; for comparing with real statements, never offered to users.</summary>
internal sealed class FixedPaymentMethod : PayoffMethod
{
    /// <inheritdoc />
    public override string Name => nameof(FixedPaymentMethod);

    /// <inheritdoc />
    public override string Title => "Fixed payment";

    /// <inheritdoc />
    public override string Description => "TESTING ONLY - Fixed Payment for All Statements";

    /// <inheritdoc />
    public override string Explanation => "Each card gets the full sum every month.";

    /// <inheritdoc />
    public override decimal TotalOf(PaymentPlan plan, BillingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.BaseTotal;
    }

    /// <inheritdoc />
    public override string? Distribute(ReadOnlySpan<UnpaidCard> unpaid, decimal total, PayoffPolicy policy, Span<decimal> payments)
    {
        payments.Fill(total);
        return null;
    }
}
