using System.Runtime.InteropServices;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>One entry of the payoff settings: an increase of the monthly payment, or a one-time payment.</summary>
/// <param name="Date">Its day.</param>
/// <param name="Amount">The monthly sum from that day on, or the single amount; greater than 0, at most 99,999,999,999,999.9999, in the currency of the accounts.</param>
/// <param name="IsEnabled">Whether it counts.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PlannedChange(DateOnly Date, decimal Amount, bool IsEnabled);
