using System.Globalization;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>Names a bank transaction: the account and the bank's own id within it. FITIDs differ when their case differs.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="FitId">The FITID; may hold any character.</param>
public readonly record struct BankTransactionKey(int AccountId, string FitId)
{
    /// <summary>Reads the form <c>account%FITID</c> (spec/http-api.md §12.1); the FITID may hold further percent signs.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The key.</param>
    /// <returns>Whether it was one.</returns>
    public static bool TryParse(string text, out BankTransactionKey key)
    {
        ArgumentNullException.ThrowIfNull(text);
        key = default;
        var end = text.IndexOf('%', StringComparison.Ordinal);
        if (end < 0 || !int.TryParse(text.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var account))
        {
            return false;
        }

        key = new BankTransactionKey(account, text[(end + 1)..]);
        return true;
    }

    /// <summary>The form that <see cref="TryParse"/> reads.</summary>
    /// <returns><c>account%FITID</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{AccountId}%{FitId}");
}
