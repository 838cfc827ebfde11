using System.Runtime.InteropServices;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>What a payoff method sees of a card that is not paid off yet.</summary>
/// <param name="Position">Its place among all cards of the payoff, from 0, in the order of accounts.</param>
/// <param name="Balance">End balance of its last statement.</param>
/// <param name="Apr">Annual percentage rate as a fraction.</param>
/// <param name="Minimum">The least payment on its last statement.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UnpaidCard(int Position, decimal Balance, decimal Apr, decimal Minimum);
