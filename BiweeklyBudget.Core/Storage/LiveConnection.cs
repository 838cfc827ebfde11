using System.Data;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Storage;

/// <summary>Opens a context's connection for a save, which cannot be tried again as a reading can.</summary>
internal static class LiveConnection
{
    /// <summary>Opens it, unless it is open. A session that lay in the pool while the server ended it, or was ended itself, is replaced.</summary>
    public static async Task OpenAsync(BudgetDbContext database, CancellationToken cancellationToken)
    {
        if (database.Database.GetDbConnection().State == ConnectionState.Open)
        {
            return;
        }

        await database.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        if (!await database.IsAliveAsync(cancellationToken).ConfigureAwait(false))
        {
            await ReplaceAsync(database, cancellationToken).ConfigureAwait(false);
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
