using System.Data.Common;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Settings;

/// <summary>One row of the table <c>settings</c>, whether it is there or not. Writing is done within a running save.</summary>
internal static class SettingRow
{
    /// <summary>Reads the value that is stored now, not the context's own copy.</summary>
    /// <returns>JSON; null when there is no row.</returns>
    public static Task<string?> ReadAsync(BudgetDbContext database, string name, CancellationToken cancellationToken) =>
        database.StoredSettings.Where(setting => setting.Name == name).Select(setting => setting.Value).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Writes a value, whatever is stored.</summary>
    public static async Task WriteAsync(RunningSave save, string name, string json, CancellationToken cancellationToken)
    {
        var rows = save.Database.StoredSettings.Where(setting => setting.Name == name);
        if (!await ChangeAsync(save, rows, json, cancellationToken).ConfigureAwait(false) && !await TryAddAsync(save, name, json, cancellationToken).ConfigureAwait(false))
        {
            // Another one added the row between the two.
            await ChangeAsync(save, rows, json, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes a value in the place of another one; what somebody else wrote meanwhile stays.</summary>
    /// <param name="save">The save.</param>
    /// <param name="name">Name of the row.</param>
    /// <param name="before">What was read before; null when there was no row, or one without a value.</param>
    /// <param name="json">The value.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static async Task ReplaceAsync(RunningSave save, string name, string? before, string json, CancellationToken cancellationToken)
    {
        var rows = save.Database.StoredSettings.Where(setting => setting.Name == name && setting.Value == before);
        if (!await ChangeAsync(save, rows, json, cancellationToken).ConfigureAwait(false))
        {
            await TryAddAsync(save, name, json, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Adds a row.</summary>
    /// <returns>False when there is one of that name; it stays as it is.</returns>
    public static async Task<bool> TryAddAsync(RunningSave save, string name, string json, CancellationToken cancellationToken)
    {
        try
        {
            await save.Database.Database.ExecuteSqlAsync($"INSERT INTO settings (name, value, is_json) VALUES ({name}, {json}, {true})", cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (save.Database.FaultOf(exception) == StorageFault.Duplicate)
        {
            // The statement alone failed; the transaction goes on, and sees what the other one has committed.
            return false;
        }

        save.Changes.NoteAdded(new StoredSetting { Name = name, Value = json, IsJson = true });
        return true;
    }

    private static async Task<bool> ChangeAsync(RunningSave save, IQueryable<StoredSetting> rows, string json, CancellationToken cancellationToken)
    {
        if (await rows.TagWith(RowLock.Tag).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false) is not { } row)
        {
            return false;
        }

        row.Value = json;
        row.IsJson = true;
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }
}
