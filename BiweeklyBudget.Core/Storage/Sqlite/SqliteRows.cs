using System.Data.Common;
using System.Runtime.CompilerServices;
using BiweeklyBudget.Core.Storage.Streaming;
using Microsoft.Data.Sqlite;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>Reads and writes whole tables of a SQLite file without EF. A writer's transaction is the only one that writes, and what it wrote is nobody's before its commit.</summary>
internal sealed class SqliteRows : IRowWriter
{
    private const int RowsBetweenPauses = 1_000;
    private const int TooBig = 18, Constraint = 19, Mismatch = 20;
    private const int UniqueConstraint = 2067, PrimaryKeyConstraint = 1555;
    private readonly SqliteConnection _connection;

    private SqliteRows(SqliteConnection connection) => _connection = connection;

    public DbConnection Session => _connection;

    /// <summary>Begins to read one state.</summary>
    public static async Task<SqliteRows> OpenToReadAsync(string path, CancellationToken cancellationToken)
    {
        // The first read takes the state; one that nobody else's is part of must do, before anything is said of it.
        return await OpenAsync(path, ["PRAGMA busy_timeout=30000", "BEGIN", "SELECT COUNT(*) FROM sqlite_master"], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins to write.</summary>
    public static Task<SqliteRows> OpenToWriteAsync(string path, CancellationToken cancellationToken) =>
        OpenAsync(path, ["PRAGMA busy_timeout=30000", "PRAGMA foreign_keys=OFF", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "BEGIN IMMEDIATE"], cancellationToken);

    public async Task<long> CountAsync(StoredTable table, CancellationToken cancellationToken)
    {
        var command = Command($"SELECT COUNT(*) FROM {Quote(table.Name)}");
        await using (command.ConfigureAwait(false))
        {
            return (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        }
    }

    public async IAsyncEnumerable<StoredValue[]> ReadAsync(StoredTable table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var command = Command($"SELECT {Names(table)} FROM {Quote(table.Name)} ORDER BY {string.Join(", ", table.Key.Select(Quote))}");
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var row = new StoredValue[table.Columns.Count];
                for (var count = 1; await reader.ReadAsync(cancellationToken).ConfigureAwait(false); count++)
                {
                    for (var i = 0; i < row.Length; i++)
                    {
                        row[i] = ReadValue(reader, i);
                    }

                    yield return row;
                    await PauseAsync(count, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    /// <summary>The transaction began with the lock of the whole file.</summary>
    public Task LockAsync(IReadOnlyList<StoredTable> tables, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task EmptyAsync(StoredTable table, CancellationToken cancellationToken) => ExecuteAsync(_connection, $"DELETE FROM {Quote(table.Name)}", cancellationToken);

    public async Task WriteAsync(StoredTable table, IAsyncEnumerable<StoredValue[]> rows, CancellationToken cancellationToken)
    {
        var command = Command($"INSERT INTO {Quote(table.Name)} ({Names(table)}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"$p{i}"))})");
        await using (command.ConfigureAwait(false))
        {
            SqliteParameter[] parameters = [.. table.Columns.Select((_, i) => command.Parameters.Add(new SqliteParameter($"$p{i}", null)))];
            var count = 0;
            await foreach (var row in rows.ConfigureAwait(false))
            {
                for (var i = 0; i < parameters.Length; i++)
                {
                    parameters[i].Value = ToParameter(table, i, row[i]);
                }

                await InsertAsync(table, command, cancellationToken).ConfigureAwait(false);
                await PauseAsync(++count, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public Task CommitAsync(CancellationToken cancellationToken) => ExecuteAsync(_connection, "COMMIT", cancellationToken);

    // Closing a connection rolls back what is not committed.
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static async Task<SqliteRows> OpenAsync(string path, IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            foreach (var statement in statements)
            {
                await ExecuteAsync(connection, statement, cancellationToken).ConfigureAwait(false);
            }

            return new SqliteRows(connection);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // A column of SQLite's may hold a value of any type, whatever it was declared as.
    private static StoredValue ReadValue(SqliteDataReader reader, int column)
    {
        if (reader.IsDBNull(column))
        {
            return StoredValue.Null;
        }

        var type = reader.GetFieldType(column);
        return type == typeof(long) ? StoredValue.OfInteger(reader.GetInt64(column))
            : type == typeof(string) ? StoredValue.OfText(reader.GetString(column))
            : type == typeof(double) ? StoredValue.OfBits(BitConverter.DoubleToInt64Bits(reader.GetDouble(column)))
            : StoredValue.OfBytes(reader.GetFieldValue<byte[]>(column));
    }

    private static object ToParameter(StoredTable table, int column, StoredValue value) => value.Kind switch
    {
        StoredValueKind.Null => DBNull.Value,
        StoredValueKind.Integer => value.Number,
        StoredValueKind.Text => value.Text,
        StoredValueKind.Bytes => value.Bytes,
        StoredValueKind.Real => BitConverter.Int64BitsToDouble(value.Number),
        _ => throw new RowNotStorableException(table.Name, $"an amount in {table.Columns[column].Name} is too large for a SQLite file or has more than four decimals"),
    };

    private static async Task InsertAsync(StoredTable table, SqliteCommand command, CancellationToken cancellationToken)
    {
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is TooBig or Constraint or Mismatch)
        {
            throw new RowNotStorableException(table.Name, exception.SqliteExtendedErrorCode is UniqueConstraint or PrimaryKeyConstraint ? "two of them have a name or an id that counts as the same there" : "one of them has a value that does not fit", exception);
        }
    }

    // SQLite works on the caller's thread: others get their turn now and then.
    private static async ValueTask PauseAsync(int count, CancellationToken cancellationToken)
    {
        if (count % RowsBetweenPauses == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Names of the program's own tables and columns.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // One of the constants above, or a name of the program's own tables.
            command.CommandText = sql;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Names(StoredTable table) => string.Join(", ", table.Columns.Select(column => Quote(column.Name)));

    internal static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
