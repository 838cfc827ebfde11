using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MySqlConnector;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>
/// Initialisation on MySQL and MariaDB. The lock is the server's (GET_LOCK): it ends with the session that took it, however the process ends.
/// The schema changes by statements that commit one by one, so an interrupted creation is seen and made anew (docs/adr/0005).
/// </summary>
internal sealed class MySqlSite(MySqlProvider provider) : DatabaseSite
{
    public override Type ContextType => typeof(MySqlBudgetDbContext);

    public override bool CanAdopt => true;

    public override async Task<DatabaseRecord> ReadRecordAsync(CancellationToken cancellationToken)
    {
        try
        {
            var connection = await OpenAsync(provider.Pooled, MySqlSession.ForData, cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                // What is recorded is not there when upstream's tables were loaded anew, from a dump.
                await ReadTextsAsync(connection, "SELECT bb_posted_day FROM ofx_trans LIMIT 0", cancellationToken).ConfigureAwait(false);
                return new DatabaseRecord(
                    await ReadTextsAsync(connection, "SELECT version_num FROM alembic_version", cancellationToken).ConfigureAwait(false),
                    await ReadTextsAsync(connection, "SELECT MigrationId FROM `__EFMigrationsHistory` ORDER BY MigrationId", cancellationToken).ConfigureAwait(false));
            }
        }
        catch (MySqlException exception) when (exception.ErrorCode is MySqlErrorCode.UnknownDatabase or MySqlErrorCode.DatabaseAccessDenied or MySqlErrorCode.NoSuchTable or MySqlErrorCode.BadFieldError)
        {
            return DatabaseRecord.None;
        }
    }

    public override async Task<DatabaseContents> ReadContentsAsync(CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(cancellationToken).ConfigureAwait(false))
        {
            return DatabaseContents.None;
        }

        var connection = await OpenAsync(provider.ForSchema, MySqlSession.ForSchema, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var columns = await ReadColumnsAsync(connection, cancellationToken).ConfigureAwait(false);
            bool Has(string table, string column) => columns.Any(c => string.Equals(c.Table, table, StringComparison.OrdinalIgnoreCase) && string.Equals(c.Column, column, StringComparison.OrdinalIgnoreCase));
            var record = new DatabaseRecord(
                Has(DatabaseContents.RevisionTable, "version_num") ? await ReadTextsAsync(connection, "SELECT version_num FROM alembic_version", cancellationToken).ConfigureAwait(false) : null,
                Has(DatabaseContents.HistoryTable, "MigrationId") ? await ReadTextsAsync(connection, "SELECT MigrationId FROM `__EFMigrationsHistory` ORDER BY MigrationId", cancellationToken).ConfigureAwait(false) : null);
            return DatabaseContents.From(columns, record);
        }
    }

    public override async Task<bool> AreEmptyAsync(IEnumerable<string> tables, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(provider.ForSchema, MySqlSession.ForSchema, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            foreach (var table in tables)
            {
                if ((await ReadTextsAsync(connection, $"SELECT 1 FROM {Quote(table)} LIMIT 1", cancellationToken).ConfigureAwait(false)).Count > 0)
                {
                    return false;
                }
            }

            return true;
        }
    }

    public override async Task<IAsyncDisposable> LockAsync(LockWait wait, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(provider.ForServer, MySqlSession.ForSchema, cancellationToken).ConfigureAwait(false);
        try
        {
            // Short slices, so that the wait can say what it waits for and be given up.
            while (await ReadLockAnswerAsync(connection, "SELECT GET_LOCK(@name, 1)", cancellationToken).ConfigureAwait(false) != "1")
            {
                var holder = await ReadLockAnswerAsync(connection, "SELECT IS_USED_LOCK(@name)", cancellationToken).ConfigureAwait(false);
                wait.StillHeld($"the lock of {provider.Description}" + (holder is null ? "" : $" (held by the server's connection {holder})"));
            }

            // Closing the session, which is in no pool, gives the lock back.
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        // A user without the right to create databases can still use one that exists.
        if (await ExistsAsync(cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        var connection = await OpenAsync(provider.ForServer, MySqlSession.ForSchema, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await ExecuteAsync(connection, $"CREATE DATABASE IF NOT EXISTS {Quote(provider.Database)} CHARACTER SET utf8mb4", cancellationToken).ConfigureAwait(false);
        }
    }

    public override async Task DropAsync(IEnumerable<string> tables, CancellationToken cancellationToken)
    {
        // The session is in no pool: what it sets ends with it. The history table stays and marks the database as ours.
        var connection = await OpenAsync(provider.ForSchema, MySqlSession.ForSchema, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await ExecuteAsync(connection, "SET SESSION foreign_key_checks=0", cancellationToken).ConfigureAwait(false);
            foreach (var table in tables)
            {
                await ExecuteAsync(connection, $"DROP TABLE {Quote(table)}", cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public override BudgetDbContext CreateContext(Action<DbContextOptionsBuilder>? configure)
    {
        var context = provider.CreateSchemaContext(configure);
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        return context;
    }

    public override string? Explain(Exception exception) => exception is not MySqlException error ? null : error.ErrorCode switch
    {
        MySqlErrorCode.UnableToConnectToHost => $"The server of the database {provider.Description} cannot be reached.",
        MySqlErrorCode.AccessDenied => $"The server of the database {provider.Description} refused the user or the password.",
        MySqlErrorCode.DatabaseAccessDenied => $"The database {provider.Description} does not exist or may not be used by this user, who may not create it either.",
        _ => string.Create(CultureInfo.InvariantCulture, $"The server of the database {provider.Description} failed with error {error.Number} ({error.ErrorCode})."),
    };

    private async Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(provider.ForServer, MySqlSession.ForSchema, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var command = new MySqlCommand("SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = @name", connection);
            await using (command.ConfigureAwait(false))
            {
                command.Parameters.AddWithValue("@name", provider.Database);
                return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture) > 0;
            }
        }
    }

    private static async Task<MySqlConnection> OpenAsync(string connectionString, MySqlSession session, CancellationToken cancellationToken)
    {
        var connection = new MySqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            await session.SetUpAsync(connection, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<List<(string Table, string Column)>> ReadColumnsAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        var columns = new List<(string, string)>();
        var command = new MySqlCommand("SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()", connection);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    columns.Add((reader.GetString(0), reader.GetString(1)));
                }
            }
        }

        return columns;
    }

    private static async Task<List<string>> ReadTextsAsync(MySqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        var command = new MySqlCommand(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    texts.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
                }
            }
        }

        return texts;
    }

    private async Task<string?> ReadLockAnswerAsync(MySqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new MySqlCommand(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue("@name", LockName(provider.Database));
            var answer = await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
            return answer is null or DBNull ? null : Convert.ToString(answer, CultureInfo.InvariantCulture);
        }
    }

    private static async Task ExecuteAsync(MySqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new MySqlCommand(sql, connection) { CommandTimeout = 600 };
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Locks are the whole server's, so the name holds the database's; MySQL allows 64 characters.</summary>
    internal static string LockName(string database)
    {
        var name = "biweeklybudget." + database;
        return name.Length <= 64 ? name : "biweeklybudget." + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(database)))[..40];
    }

    private static string Quote(string name) => "`" + name.Replace("`", "``", StringComparison.Ordinal) + "`";
}
