namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>
/// Citi: the greatest of 25, 1 % of the balance plus interest, and 1.5 % of the balance in whole units, halves to even. Because of that
/// rounding a slightly lower balance can have a payment lower by a whole unit, and so take longer.
/// </summary>
internal sealed class CitiMinimum : MinimumPayment
{
    /// <inheritdoc />
    public override string Name => "MinPaymentCiti";

    /// <inheritdoc />
    public override string Description => "Citi - Greatest of 1.5% of Principal, or 1% of Principal plus interest and fees, or $25, or Principal";

    /// <inheritdoc />
    public override decimal Amount(decimal endBalance, decimal interest) =>
        Math.Max(25m, Math.Max((0.01m * endBalance) + interest, decimal.Round(0.015m * endBalance, 0, MidpointRounding.ToEven)));
}
