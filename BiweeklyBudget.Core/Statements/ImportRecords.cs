using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>
/// Keeps the records of imports that can be undone, as rows of the table <c>settings</c> that upstream ignores: compressed JSON, in
/// pieces that a TEXT column holds. Each account keeps its latest ones.
/// </summary>
/// <param name="database">The database.</param>
internal sealed class ImportRecords(BudgetDbContext database)
{
    /// <summary>Imports of an account that can be undone, at most.</summary>
    public const int Kept = 10;

    private const string Prefix = "bb-import-undo/";
    private const int PieceLength = 60_000;

    /// <summary>Keeps a record and drops the account's oldest ones.</summary>
    public async Task AddAsync(RunningSave save, int accountId, int statementId, ImportRecord record, CancellationToken cancellationToken)
    {
        database.StoredSettings.AddRange(ValuesOf(record).Select((value, index) => new StoredSetting { Name = Name(accountId, statementId, index), Value = value }));
        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        database.ChangeTracker.Clear();
        foreach (var old in (await StatementsAsync(accountId, cancellationToken).ConfigureAwait(false)).OrderDescending().Skip(Kept))
        {
            await RemoveAsync(save, accountId, old, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What is stored of a record: JSON texts, each short enough for the column, however large the import was.</summary>
    // Base64 has nothing that JSON must escape; the serializer would write six characters for each plus sign, and the piece would no longer fit.
    public static IEnumerable<string> ValuesOf(ImportRecord record) => Compressed(record).Chunk(PieceLength).Select(piece => $"\"{new string(piece)}\"");

    /// <summary>A statement's record, or null when it has none.</summary>
    public async Task<ImportRecord?> FindAsync(int accountId, int statementId, CancellationToken cancellationToken)
    {
        var start = Name(accountId, statementId, null);
        var pieces = await database.StoredSettings.AsNoTracking().Where(s => s.Name.StartsWith(start)).OrderBy(s => s.Name).Select(s => s.Value).ToListAsync(cancellationToken).ConfigureAwait(false);
        return pieces.Count == 0 ? null : Read(string.Concat(pieces.Select(piece => JsonSerializer.Deserialize<string>(piece!))));
    }

    /// <summary>Drops a statement's record.</summary>
    public static Task RemoveAsync(RunningSave save, int accountId, int statementId, CancellationToken cancellationToken)
    {
        var start = Name(accountId, statementId, null);
        return save.RemoveAsync(save.Database.StoredSettings.Where(s => s.Name.StartsWith(start)), cancellationToken);
    }

    /// <summary>The statements that have a record.</summary>
    /// <param name="accountId">Of one account; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyCollection<int>> StatementsAsync(int? accountId, CancellationToken cancellationToken)
    {
        var start = accountId is null ? Prefix : string.Create(CultureInfo.InvariantCulture, $"{Prefix}{accountId}/");
        var names = await database.StoredSettings.Where(s => s.Name.StartsWith(start)).Select(s => s.Name).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. names.Select(name => int.Parse(name.Split('/')[2], CultureInfo.InvariantCulture)).Distinct()];
    }

    private static string Name(int accountId, int statementId, int? piece) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{accountId}/{statementId}/{piece:000}");

    private static string Compressed(ImportRecord record)
    {
        using var bytes = new MemoryStream();
        using (var packer = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(packer, record);
        }

        return Convert.ToBase64String(bytes.ToArray());
    }

    private static ImportRecord? Read(string text)
    {
        using var unpacker = new GZipStream(new MemoryStream(Convert.FromBase64String(text)), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<ImportRecord>(unpacker);
    }
}
