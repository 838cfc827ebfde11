using System.Runtime.InteropServices;

namespace BiweeklyBudget.Core.Settings;

/// <summary>The dates that the first-run page keeps in the database.</summary>
/// <param name="PayPeriodStart">First day of any one pay period, or null when none is stored.</param>
/// <param name="ReconcileBegin">Day before which nothing counts as unreconciled, or null when none is stored.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StoredDates(DateOnly? PayPeriodStart, DateOnly? ReconcileBegin);
