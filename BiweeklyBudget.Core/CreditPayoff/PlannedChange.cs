using System.Runtime.InteropServices;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>One row of the payoff settings: an increase or a one-time payment.</summary>
/// <param name="Date">Its day.</param>
/// <param name="Amount">The amount.</param>
/// <param name="IsEnabled">Whether it counts.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PlannedChange(DateOnly Date, decimal Amount, bool IsEnabled);
