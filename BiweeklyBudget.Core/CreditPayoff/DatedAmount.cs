using System.Runtime.InteropServices;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>An amount that belongs to a day: a transaction of a card, or a change of the monthly payment.</summary>
/// <param name="Date">The day.</param>
/// <param name="Amount">In the configured currency; a payment is negative where transactions are meant.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DatedAmount(DateOnly Date, decimal Amount);
