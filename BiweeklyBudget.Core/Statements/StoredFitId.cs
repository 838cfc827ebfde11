using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>
/// The key under which a bank's transaction id is stored: the id itself, unless it is taken. It may be by another movement that the bank gave the same id
/// (docs/adr/0026), or by an id that the database cannot tell from it: upstream's table inherits the database's collation, and the usual ones ignore case, so
/// that <c>DUP-1</c> and <c>dup-1</c> would be one row (spec/bank-data.md, defect 15). The later one is then stored with a tag.
/// </summary>
internal static class StoredFitId
{
    private const int TagLength = 9;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>The id with a tag made from it, at most 255 characters: for ids that the database takes for each other.</summary>
    public static string Tagged(string fitId) => WithTag(fitId, fitId);

    /// <summary>The id with a tag made from what moved, at most 255 characters: for different movements of one id.</summary>
    /// <param name="fitId">The bank's id.</param>
    /// <param name="movement">The movement.</param>
    /// <param name="attempt">0, or how many such keys were taken already.</param>
    public static string Tagged(string fitId, Movement movement, int attempt) =>
        WithTag(fitId, string.Create(CultureInfo.InvariantCulture, $"{fitId}\n{Words(movement)}\n{attempt}"));

    /// <summary>The id for a movement that the bank gave none.</summary>
    public static string WithoutFitId(Movement movement) =>
        string.Create(CultureInfo.InvariantCulture, $"bb~{movement.Day:yyyyMMdd}~{movement.Amount:0.00##}~{Hash(Words(movement), 8)}");

    /// <summary>The ids that a row may have been stored for: its key, and what stands in front of a tag.</summary>
    public static IEnumerable<string> IdsOf(string key)
    {
        yield return key;
        if (key.Length > TagLength && key[^TagLength] == '~' && key.AsSpan(key.Length - TagLength + 1).IndexOfAnyExcept(Hexadecimal) < 0)
        {
            yield return key[..^TagLength];
        }
    }

    /// <summary>The texts under which <see cref="IdsOf"/> may have an id.</summary>
    public static IEnumerable<string> FormsOf(string fitId)
    {
        yield return fitId;
        if (TextLength.Of(fitId) > BankTransactionFields.LongestFitId - TagLength)
        {
            yield return TextLength.Shorten(fitId, BankTransactionFields.LongestFitId - TagLength);
        }
    }

    /// <summary>The ids of a set that a collation might take for another one of it, as far as that shows in the ids.</summary>
    public static HashSet<string> Doubtful(IEnumerable<string> fitIds)
    {
        var doubtful = new HashSet<string>(StringComparer.Ordinal);
        var first = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var id in fitIds)
        {
            if (id.Length == 0 || !Ascii.IsValid(id))
            {
                doubtful.Add(id);
            }
            else if (!first.TryAdd(id, id) && first[id] != id)
            {
                doubtful.Add(first[id]);
                doubtful.Add(id);
            }
        }

        return doubtful;
    }

    /// <summary>Whether a row of the account has a key, or one that the database takes for it.</summary>
    public static Task<bool> IsTakenAsync(BudgetDbContext database, int accountId, string key, CancellationToken cancellationToken) =>
        database.BankTransactions.AnyAsync(row => row.AccountId == accountId && row.FitId == key, cancellationToken);

    private static string WithTag(string fitId, string from) => TextLength.Shorten(fitId, BankTransactionFields.LongestFitId - TagLength) + "~" + Hash(from, 4);

    private static string Words(Movement movement) => string.Create(CultureInfo.InvariantCulture, $"{movement.Day:yyyyMMdd}\n{movement.Amount:0.0000}\n{movement.Text}");

    private static string Hash(string text, int bytes) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));
}
