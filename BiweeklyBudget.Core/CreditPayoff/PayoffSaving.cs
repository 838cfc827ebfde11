using System.Runtime.InteropServices;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>What a method saves against minimum payments; negative when it costs more or takes longer.</summary>
/// <param name="Money">Less interest.</param>
/// <param name="Months">Sooner.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PayoffSaving(decimal Money, int Months);
