using System.Globalization;
using System.Runtime.InteropServices;

namespace BiweeklyBudget.Core.Statements;

/// <summary>What the transactions of a statement say, in one respect, about how the bank writes expenses.</summary>
/// <param name="Negative">How many say: as negative amounts.</param>
/// <param name="Positive">How many say: as positive ones.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SignVotes(int Negative, int Positive)
{
    // Refunds under a wrong type and amounts that meet by chance are rare; where they are not, the matter is not clear.
    private const int Clear = 4;

    /// <summary>Whether expenses are negative; null when it is not clear.</summary>
    public bool? AreNegative => Negative > 0 && Negative >= Clear * Positive ? true
        : Positive > 0 && Positive >= Clear * Negative ? false
        : null;

    /// <summary>One vote more.</summary>
    public SignVotes And(bool isNegative) => isNegative ? this with { Negative = Negative + 1 } : this with { Positive = Positive + 1 };

    /// <summary>How many agree, and with what.</summary>
    public string Agreeing(string what) => string.Create(CultureInfo.InvariantCulture, $"{what} of {Math.Max(Negative, Positive)} {(Math.Max(Negative, Positive) == 1 ? "transaction" : "transactions")}");
}
