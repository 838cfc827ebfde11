using System.Security.Cryptography;
using System.Text;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>
/// The key under which a bank's transaction id is stored: the id itself, unless the database takes it for another one. Upstream's
/// table inherits the database's collation, and the usual ones ignore case: <c>DUP-1</c> and <c>dup-1</c> would be one row
/// (spec/bank-data.md, defect 15). The later one is then stored with a tag made from the exact id.
/// </summary>
internal static class StoredFitId
{
    private const int TagLength = 9;

    /// <summary>The id with its tag, at most 255 characters.</summary>
    public static string Tagged(string fitId)
    {
        var tag = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(fitId)).AsSpan(0, 4));
        return TextLength.Shorten(fitId, BankTransactionFields.LongestFitId - TagLength) + "~" + tag;
    }

    /// <summary>The ids of a set that a collation might take for another one of it, as far as that shows in the ids.</summary>
    public static HashSet<string> Doubtful(IEnumerable<string> fitIds) =>
    [
        .. fitIds.GroupBy(id => Ascii.IsValid(id) ? id.ToUpperInvariant() : "", StringComparer.Ordinal)
            .Where(group => group.Key.Length == 0 || group.Distinct(StringComparer.Ordinal).Skip(1).Any())
            .SelectMany(group => group),
    ];

    /// <summary>The key for an id that no row of the account has exactly.</summary>
    public static async Task<string> ForNewAsync(BudgetDbContext database, int accountId, string fitId, CancellationToken cancellationToken) =>
        await database.BankTransactions.AnyAsync(row => row.AccountId == accountId && row.FitId == fitId, cancellationToken).ConfigureAwait(false) ? Tagged(fitId) : fitId;
}
