using System.Globalization;

namespace BiweeklyBudget.Core.Changes;

/// <summary>Which record, of any kind.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Key">
/// Its id or name as text. A bank transaction's is its account and its FITID, a split's its transaction and its own id, with a line feed between them.
/// </param>
public readonly record struct RecordKey(RecordKind Kind, string Key)
{
    /// <summary>A record with a number.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="id">Its id.</param>
    /// <returns>The key.</returns>
    public static RecordKey Of(RecordKind kind, int id) => new(kind, id.ToString(CultureInfo.InvariantCulture));

    /// <summary>A bank transaction.</summary>
    /// <param name="accountId">Its account.</param>
    /// <param name="fitId">The bank's id.</param>
    /// <returns>The key.</returns>
    public static RecordKey OfBankTransaction(int accountId, string fitId) => new(RecordKind.BankTransaction, string.Create(CultureInfo.InvariantCulture, $"{accountId}\n{fitId}"));
}
