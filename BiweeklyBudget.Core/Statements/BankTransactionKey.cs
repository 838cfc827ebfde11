using System.Globalization;

namespace BiweeklyBudget.Core.Statements;

/// <summary>Names a bank transaction: the account and the bank's own id within it. FITIDs differ when their case differs.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="FitId">The bank's id, 1 to 255 characters of any kind.</param>
public readonly record struct BankTransactionKey(int AccountId, string FitId)
{
    /// <summary>Reads a key from a text.</summary>
    /// <param name="text">The account's id, a percent sign and the FITID, such as <c>1%2017-0001</c>; the FITID may hold further percent signs.</param>
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
