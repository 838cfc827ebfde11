using Microsoft.Data.Sqlite;
using MySqlConnector;

namespace BiweeklyBudget.Core.Storage;

/// <summary>Tells what an engine's exception means.</summary>
internal static class StorageFaults
{
    /// <summary>The meaning of an exception or of the first engine's exception inside it.</summary>
    public static StorageFault Of(Exception exception)
    {
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case MySqlException mysql:
                    return Of(mysql);
                case SqliteException sqlite:
                    return Of(sqlite);
            }
        }

        return StorageFault.Unknown;
    }

    private static StorageFault Of(MySqlException exception) => exception.ErrorCode switch
    {
        // 1020: MariaDB's "record has changed since last read", under its newer snapshot isolation.
        MySqlErrorCode.LockDeadlock or MySqlErrorCode.LockWaitTimeout or MySqlErrorCode.CheckRead => StorageFault.Busy,
        MySqlErrorCode.DuplicateKeyEntry => StorageFault.Duplicate,
        MySqlErrorCode.TruncatedWrongValueForField => StorageFault.Unstorable,
        _ => StorageFault.Unknown,
    };

    private static StorageFault Of(SqliteException exception)
    {
        const int busy = 5, locked = 6, uniqueConstraint = 2067, primaryKeyConstraint = 1555;
        return exception switch
        {
            { SqliteErrorCode: busy or locked } => StorageFault.Busy,
            { SqliteExtendedErrorCode: uniqueConstraint or primaryKeyConstraint } => StorageFault.Duplicate,
            _ => StorageFault.Unknown,
        };
    }
}
