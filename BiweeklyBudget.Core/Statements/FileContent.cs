using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>
/// Recognises a file by its bytes: banks give every download the same name, and people the same download several names. What was imported is kept as rows of
/// the table <c>settings</c>, which upstream reads by name and so never sees.
/// </summary>
/// <param name="hash">Of the file's bytes.</param>
internal sealed class FileContent(string hash)
{
    private const string Prefix = "bb-file/";
    private const int HashBytes = 16;

    /// <summary>Reads a file's bytes. The position is not kept.</summary>
    /// <param name="file">The file, seekable.</param>
    public static FileContent Of(Stream file)
    {
        file.Position = 0;
        return new FileContent(Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, HashBytes)));
    }

    /// <summary>Forgets a content.</summary>
    /// <param name="save">The save.</param>
    /// <param name="name">What <see cref="Name"/> said.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static Task ForgetAsync(RunningSave save, string name, CancellationToken cancellationToken) => save.RemoveAsync(save.Database.StoredSettings.Where(s => s.Name == name), cancellationToken);

    /// <summary>Whether it is known what bytes a statement came from.</summary>
    public static Task<bool> IsKeptAsync(BudgetDbContext database, int accountId, int statementId, CancellationToken cancellationToken)
    {
        var start = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{accountId}/");
        var value = string.Create(CultureInfo.InvariantCulture, $"{{\"{nameof(Import.StatementId)}\":{statementId},");
        return database.StoredSettings.AnyAsync(s => s.Name.StartsWith(start) && s.Value!.StartsWith(value), cancellationToken);
    }

    /// <summary>Under which name it is kept that a statement of the file was imported; at most 80 characters.</summary>
    public string Name(int accountId, int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{accountId}/{hash}/{number}");

    /// <summary>When a statement of the file was imported into an account before.</summary>
    /// <returns>Null when it was not, or was undone.</returns>
    public async Task<Import?> FindAsync(BudgetDbContext database, int accountId, int number, CancellationToken cancellationToken)
    {
        var name = Name(accountId, number);
        var value = await database.StoredSettings.Where(s => s.Name == name).Select(s => s.Value).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return value is not null && JsonSerializer.Deserialize<Import>(value) is { } import && await database.Statements.AnyAsync(s => s.Id == import.StatementId && s.AccountId == accountId, cancellationToken).ConfigureAwait(false)
            ? import
            : null;
    }

    /// <summary>Remembers the latest import of it.</summary>
    public async Task KeepAsync(RunningSave save, int accountId, int number, Import import, CancellationToken cancellationToken)
    {
        var name = Name(accountId, number);
        var kept = await save.Database.StoredSettings.SingleOrDefaultAsync(s => s.Name == name, cancellationToken).ConfigureAwait(false);
        if (kept is null)
        {
            save.Database.StoredSettings.Add(new StoredSetting { Name = name, Value = JsonSerializer.Serialize(import) });
        }
        else
        {
            kept.Value = JsonSerializer.Serialize(import);
        }

        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        save.Database.ChangeTracker.Clear();
    }

    /// <summary>An import of the content.</summary>
    /// <param name="StatementId">The statement that it made.</param>
    /// <param name="At">When, UTC.</param>
    internal sealed record Import(int StatementId, DateTime At);
}
