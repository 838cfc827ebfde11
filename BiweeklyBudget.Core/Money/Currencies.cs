using System.Collections.Frozen;
using BiweeklyBudget.Core.Money.Icu;

namespace BiweeklyBudget.Core.Money;

/// <summary>The currencies that money can be shown in.</summary>
internal static class Currencies
{
    private static readonly Lazy<FrozenSet<string>> Codes = new(() => IcuFunctions.Currencies().ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Whether a code is known; case matters (spec/domain.md §1).</summary>
    /// <param name="code">Perhaps an ISO 4217 code.</param>
    /// <returns>True when it is known.</returns>
    public static bool IsKnown(string code) => Codes.Value.Contains(code);

    /// <summary>The number of decimals of a currency: 2 for USD, 0 for JPY, 3 for BHD.</summary>
    /// <param name="code">A known ISO 4217 code.</param>
    public static int Decimals(string code) => IcuFunctions.Decimals(code);
}
