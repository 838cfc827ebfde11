using System.Runtime.InteropServices;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>One card in one month of a payoff. Balance before + interest - payment = balance after, to the last digit.</summary>
/// <param name="Payment">What is paid.</param>
/// <param name="Interest">By how much the debt grows; 0 in the month that pays it off.</param>
/// <param name="Balance">What is owed afterwards.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CardMonth(decimal Payment, decimal Interest, decimal Balance);
