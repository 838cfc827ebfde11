using System.Data;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// Opens a context's connection for a save, which cannot be tried again as a reading can. A session that lay in the pool while the server ended it, or was ended itself, is replaced: that it is
/// there shows on what begins a save, or else has to be asked.
/// </summary>
internal static class LiveConnection
{
    /// <summary>Opens it, unless it is open. What comes next must be <see cref="ProveAsync"/> or <see cref="ProveByAsync"/>.</summary>
    public static async Task OpenAsync(BudgetDbContext database, CancellationToken cancellationToken)
    {
        if (database.Database.GetDbConnection().State != ConnectionState.Open)
        {
            await database.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            database.IsUnproven = true;
        }
    }

    /// <summary>Asks whether the session of an open connection is there, unless it has shown.</summary>
    public static async Task ProveAsync(BudgetDbContext database, CancellationToken cancellationToken)
    {
        if (database.IsUnproven && !await database.IsAliveAsync(cancellationToken).ConfigureAwait(false))
        {
            await ReplaceAsync(database, cancellationToken).ConfigureAwait(false);
        }

        database.IsUnproven = false;
    }

    /// <summary>Does something on an open connection that shows whether its session is there, and that may be done again: it changes nothing.</summary>
    /// <typeparam name="T">What becomes of it.</typeparam>
    /// <param name="database">The context that opened the connection.</param>
    /// <param name="first">Does it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<T> ProveByAsync<T>(BudgetDbContext database, Func<Task<T>> first, CancellationToken cancellationToken)
    {
        try
        {
            var result = await first().ConfigureAwait(false);
            database.IsUnproven = false;
            return result;
        }
        catch (Exception exception) when (database.IsUnproven && database.IsBroken(exception))
        {
            database.IsUnproven = false;
            await ReplaceAsync(database, cancellationToken).ConfigureAwait(false);
            return await first().ConfigureAwait(false);
        }
    }

    /// <summary>Opens a new session in place of a dead one. Those beside it in the pool are dead too; a new one says whether the server is there.</summary>
    public static async Task ReplaceAsync(BudgetDbContext database, CancellationToken cancellationToken)
    {
        await database.ForgetSessionsAsync().ConfigureAwait(false);
        await database.Database.CloseConnectionAsync().ConfigureAwait(false);
        await database.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
    }
}
