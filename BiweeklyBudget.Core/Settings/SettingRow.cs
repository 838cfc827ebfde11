using System.Data.Common;
using BiweeklyBudget.Core.Storage;
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
    public static async Task WriteAsync(BudgetDbContext database, string name, string json, CancellationToken cancellationToken)
    {
        if (await ChangeAsync().ConfigureAwait(false) == 0 && !await TryAddAsync(database, name, json, cancellationToken).ConfigureAwait(false))
        {
            // Another one added the row between the two.
            await ChangeAsync().ConfigureAwait(false);
        }

        Task<int> ChangeAsync() => database.StoredSettings.Where(setting => setting.Name == name)
            .ExecuteUpdateAsync(set => set.SetProperty(setting => setting.Value, json).SetProperty(setting => setting.IsJson, true), cancellationToken);
    }

    /// <summary>Writes a value in the place of another one; what somebody else wrote meanwhile stays.</summary>
    /// <param name="database">The database.</param>
    /// <param name="name">Name of the row.</param>
    /// <param name="before">What was read before; null when there was no row, or one without a value.</param>
    /// <param name="json">The value.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static async Task ReplaceAsync(BudgetDbContext database, string name, string? before, string json, CancellationToken cancellationToken)
    {
        var changed = await database.StoredSettings.Where(setting => setting.Name == name && setting.Value == before)
            .ExecuteUpdateAsync(set => set.SetProperty(setting => setting.Value, json).SetProperty(setting => setting.IsJson, true), cancellationToken).ConfigureAwait(false);
        if (changed == 0)
        {
            await TryAddAsync(database, name, json, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Adds a row.</summary>
    /// <returns>False when there is one of that name; it stays as it is.</returns>
    public static async Task<bool> TryAddAsync(BudgetDbContext database, string name, string json, CancellationToken cancellationToken)
    {
        try
        {
            await database.Database.ExecuteSqlAsync($"INSERT INTO settings (name, value, is_json) VALUES ({name}, {json}, {true})", cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbException exception) when (database.FaultOf(exception) == StorageFault.Duplicate)
        {
            // The statement alone failed; the transaction goes on, and sees what the other one has committed.
            return false;
        }
    }
}
