using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>Makes a query with <see cref="RowLock.Tag"/> a locking read; EF Core has no expression for one.</summary>
internal sealed class MySqlRowLock : DbCommandInterceptor
{
    private const string Mark = "-- " + RowLock.Tag;

    public static MySqlRowLock Instance { get; } = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Lock(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Lock(command);
        return ValueTask.FromResult(result);
    }

    // The text is EF's own, which ends with the query's last clause; nothing of a value stands in it.
    private static void Lock(DbCommand command)
    {
        if (command.CommandText.StartsWith(Mark, StringComparison.Ordinal))
        {
            command.CommandText += "\nFOR UPDATE";
        }
    }
}
