using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using BiweeklyBudget.Core.Storage.Streaming;
using MySqlConnector;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>Reads and writes whole tables on MySQL and MariaDB without EF, on a session of its own outside the pool: what it sets ends with it.</summary>
internal sealed class MySqlRows : IRowWriter
{
    // The server may wait long for the next row to be fetched, and the connection for rows that another process holds.
    private const string ForReading = "SET SESSION transaction_isolation='REPEATABLE-READ', net_write_timeout=600, sql_select_limit=18446744073709551615";
    private const string ForReadingOnOldServers = "SET SESSION tx_isolation='REPEATABLE-READ', net_write_timeout=600, sql_select_limit=18446744073709551615";

    // Strict, so that nothing is cut to fit; but an id of 0 is an id, and the days that upstream's database holds are stored again, also impossible ones.
    private const string ForWriting = "SET SESSION sql_mode='STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES', foreign_key_checks=0, sql_safe_updates=0, net_read_timeout=600, innodb_lock_wait_timeout=60";
    private const int DeadlocksBeforeGivingUp = 5;
    private readonly MySqlConnection _connection;

    private MySqlRows(MySqlConnection connection) => _connection = connection;

    public DbConnection Session => _connection;

    /// <summary>Begins to read one state.</summary>
    public static Task<MySqlRows> OpenToReadAsync(MySqlProvider provider, CancellationToken cancellationToken) =>
        OpenAsync(provider, [], "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY", cancellationToken);

    /// <summary>Begins to write.</summary>
    public static Task<MySqlRows> OpenToWriteAsync(MySqlProvider provider, CancellationToken cancellationToken) =>
        OpenAsync(provider, [ForWriting], "START TRANSACTION", cancellationToken);

    public async Task<long> CountAsync(StoredTable table, CancellationToken cancellationToken)
    {
        var command = Command($"SELECT COUNT(*) FROM {Quote(table.Name)}");
        await using (command.ConfigureAwait(false))
        {
            return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture);
        }
    }

    public async IAsyncEnumerable<StoredValue[]> ReadAsync(StoredTable table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Days and instants as text, because the server holds some that .NET has not.
        var columns = table.Columns.Select(column => column.Kind == ColumnKind.Time ? $"CAST({Quote(column.Name)} AS CHAR)" : Quote(column.Name));
        var command = Command($"SELECT {string.Join(", ", columns)} FROM {Quote(table.Name)} ORDER BY {string.Join(", ", table.Key.Select(Quote))}");
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var row = new StoredValue[table.Columns.Count];
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    for (var i = 0; i < row.Length; i++)
                    {
                        row[i] = reader.IsDBNull(i) ? StoredValue.Null : ReadValue(reader, i, table.Columns[i].Kind);
                    }

                    yield return row;
                }
            }
        }
    }

    public async Task LockAsync(IReadOnlyList<StoredTable> tables, CancellationToken cancellationToken)
    {
        for (var deadlocks = 0; ; deadlocks++)
        {
            try
            {
                foreach (var table in tables)
                {
                    // Every row and the gaps between them: nobody inserts either.
                    var command = Command($"SELECT COUNT(*) FROM {Quote(table.Name)} FORCE INDEX (PRIMARY) FOR UPDATE");
                    await using (command.ConfigureAwait(false))
                    {
                        await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
                    }
                }

                return;
            }
            catch (MySqlException exception) when (exception.ErrorCode == MySqlErrorCode.LockDeadlock && deadlocks < DeadlocksBeforeGivingUp)
            {
                // The server has undone the transaction, in which nothing was changed yet.
                await ExecuteAsync(_connection, "START TRANSACTION", cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public Task EmptyAsync(StoredTable table, CancellationToken cancellationToken) => ExecuteAsync(_connection, $"DELETE FROM {Quote(table.Name)}", cancellationToken);

    public async Task WriteAsync(StoredTable table, IAsyncEnumerable<StoredValue[]> rows, CancellationToken cancellationToken)
    {
        var batch = new MySqlRowBatch(_connection, table);
        await using (batch.ConfigureAwait(false))
        {
            await foreach (var row in rows.ConfigureAwait(false))
            {
                await batch.AddAsync(row, cancellationToken).ConfigureAwait(false);
            }

            await batch.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public Task CommitAsync(CancellationToken cancellationToken) => ExecuteAsync(_connection, "COMMIT", cancellationToken);

    // The end of the session rolls back what is not committed.
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    internal static string Quote(string name) => "`" + name.Replace("`", "``", StringComparison.Ordinal) + "`";

    private static async Task<MySqlRows> OpenAsync(MySqlProvider provider, IEnumerable<string> settings, string begin, CancellationToken cancellationToken)
    {
        var connection = new MySqlConnection(new MySqlConnectionStringBuilder(provider.ForSchema) { TreatTinyAsBoolean = false, DefaultCommandTimeout = 600 }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            await MySqlSession.ForSchema.SetUpAsync(connection, cancellationToken).ConfigureAwait(false);
            foreach (var statement in (string[])[MySqlSession.HasOldNames(connection) ? ForReadingOnOldServers : ForReading, .. settings, begin])
            {
                await ExecuteAsync(connection, statement, cancellationToken).ConfigureAwait(false);
            }

            return new MySqlRows(connection);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static StoredValue ReadValue(MySqlDataReader reader, int column, ColumnKind kind) => kind switch
    {
        ColumnKind.Integer => StoredValue.OfInteger(reader.GetInt64(column)),
        ColumnKind.Money => StoredValue.OfMoney(reader.GetDecimal(column)),
        ColumnKind.Bytes => StoredValue.OfBytes(reader.GetFieldValue<byte[]>(column)),
        ColumnKind.Time => StoredValue.OfText(WithoutTrailingZeros(reader.GetString(column))),
        _ => StoredValue.OfText(reader.GetString(column)),
    };

    // As SQLite has them: no fraction of a second where there is none.
    private static string WithoutTrailingZeros(string time) => time.Contains('.', StringComparison.Ordinal) ? time.TrimEnd('0').TrimEnd('.') : time;

    private MySqlCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Names of the program's own tables and columns.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static async Task ExecuteAsync(MySqlConnection connection, string sql, CancellationToken cancellationToken)
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
}
