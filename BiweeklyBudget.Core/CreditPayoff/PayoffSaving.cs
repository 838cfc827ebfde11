using System.Runtime.InteropServices;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>What a method saves against minimum payments; negative when it costs more or takes longer.</summary>
/// <param name="Money">By how much less is paid, in the currency of the accounts.</param>
/// <param name="Months">By how many months sooner all is paid.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PayoffSaving(decimal Money, int Months);
