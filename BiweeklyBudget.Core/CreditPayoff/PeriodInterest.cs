using System.Runtime.InteropServices;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>What a period does to a card's balance; not rounded to cents.</summary>
/// <param name="Interest">The interest that is charged for the period.</param>
/// <param name="EndBalance">What is owed at its end, interest included.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PeriodInterest(decimal Interest, decimal EndBalance);
