using System.Collections.Frozen;

namespace BiweeklyBudget.Core.Statements;

/// <summary>What a bank transaction is, money out or in, by its type and by the words of its texts.</summary>
internal static class SignWords
{
    // OFX 2.2 §11.4.4.3. Of the others nobody knows which way the money goes: INT is paid or earned, XFER and OTHER are anything.
    private static readonly FrozenSet<string> TypesOut = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "debit", "check", "pos", "atm", "fee", "srvchg", "payment", "directdebit", "repeatpmt", "cash");
    private static readonly FrozenSet<string> TypesIn = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "credit", "dep", "directdep", "div");

    private static readonly FrozenSet<string> WordsOut = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "debit", "purchase", "withdrawal", "fee", "charge", "check", "cheque", "pos", "atm", "rent", "bill", "lastschrift", "kartenzahlung", "achat", "retrait", "compra");

    private static readonly FrozenSet<string> WordsIn = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "credit", "deposit", "payroll", "salary", "wages", "refund", "reversal", "cashback", "dividend", "gutschrift", "gehalt", "lohn", "virement", "nomina");

    /// <summary>Whether money goes out by the type; null when it does not say.</summary>
    public static bool? IsOutByType(string type) => TypesOut.Contains(type) ? true : TypesIn.Contains(type) ? false : null;

    /// <summary>Whether money goes out by the words; null when they do not say, or both: "credit card purchase".</summary>
    public static bool? IsOutByWords(params ReadOnlySpan<string> texts)
    {
        var (isOut, isIn) = (false, false);
        foreach (var text in texts)
        {
            foreach (var word in text.Split([' ', '-', '/', '*', '.', ',', ':', ';', '(', ')', '#', '\t'], StringSplitOptions.RemoveEmptyEntries))
            {
                isOut |= WordsOut.Contains(word);
                isIn |= WordsIn.Contains(word);
            }
        }

        return isOut == isIn ? null : isOut;
    }
}
