using System.Numerics;

namespace BiweeklyBudget.Core.Money;

/// <summary>An exact number on the way to an amount: what is multiplied and divided loses nothing before the end.</summary>
internal readonly record struct AmountFraction(BigInteger Above, BigInteger Below)
{
    public static AmountFraction operator +(AmountFraction a, AmountFraction b) => new((a.Above * b.Below) + (b.Above * a.Below), a.Below * b.Below);

    public static AmountFraction operator -(AmountFraction a) => new(-a.Above, a.Below);

    public static AmountFraction operator *(AmountFraction a, AmountFraction b) => new(a.Above * b.Above, a.Below * b.Below);

    /// <summary>The other's inverse; null of nothing.</summary>
    public AmountFraction? Inverse() => Above.IsZero ? null : Above.Sign < 0 ? new(-Below, -Above) : new(Below, Above);

    /// <summary>The number in units of so many decimals; null when it has more.</summary>
    public BigInteger? InUnits(int decimals) => BigInteger.DivRem(Above * BigInteger.Pow(10, decimals), Below, out var rest) is var units && rest.IsZero ? units : null;
}
