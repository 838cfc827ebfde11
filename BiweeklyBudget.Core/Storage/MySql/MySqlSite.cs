using System.Globalization;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MySqlConnector;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>
/// Initialisation on MySQL and MariaDB. The lock is the server's (GET_LOCK): it ends with the session that took it, however the process ends.
/// The schema changes by statements that commit one by one, so an interrupted creation is seen and made anew (docs/adr/0005).
/// </summary>
internal sealed class MySqlSite(MySqlProvider provider, ILogger? log) : DatabaseSite
{
    public override IReadOnlyList<string> Migrations { get; } =
    [
        "20261124040546_Upstream160",
        "20261126235130_Kept",
        "20261127132954_ByOwnDay",
        "20261127205652_SignIn",
        "20261128010029_Audit",
    ];

    public override bool CanAdopt => true;

    public override async Task<DatabaseRecord> ReadRecordAsync(CancellationToken cancellationToken)
    {
        try
        {
            var connection = await OpenAsync(provider.Pooled, MySqlSession.ForData, cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                return await ReadRecordAsync(connection, cancellationToken).ConfigureAwait(false);
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
            await UseWholeUnicodeAsync(cancellationToken).ConfigureAwait(false);
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

    public override async Task<TablesFound> CheckTablesAsync(CancellationToken cancellationToken)
    {
        // Readiness is asked for every few seconds: all in one go, and what the session has to be told with it.
        var connection = new MySqlConnection(provider.Pooled);
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return await MySqlTables.CheckAsync(connection, Quote(provider.Database), cancellationToken).ConfigureAwait(false);
        }
    }

    public override async Task<string?> FindRiskAsync(CancellationToken cancellationToken)
    {
        if (provider.IsLocal)
        {
            return null;
        }

        var connection = await OpenAsync(provider.ForServer, MySqlSession.ForSchema, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await IsEncryptedAsync(connection, cancellationToken).ConfigureAwait(false)
                ? null
                : $"The connection to the database {provider.Description} is not encrypted: whoever is on the way can read all of it. Let the server offer TLS, and name its certificate with ssl_ca in {Settings.SettingNames.ConnectionString}.";
        }
    }

    /// <summary>Whether a connection goes through TLS, as the server sees it.</summary>
    internal static async Task<bool> IsEncryptedAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        var command = new MySqlCommand("SHOW SESSION STATUS LIKE 'Ssl_cipher'", connection);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) && reader.GetString(1).Length > 0;
            }
        }
    }

    public override DatabaseUnavailableException? Explain(Exception exception)
    {
        if (MySqlFaults.OfDatabase(exception) is { } fault)
        {
            return new DatabaseUnavailableException(Text(fault, ExceptionChain.Find<MySqlException>(exception)!), exception) { Fault = fault };
        }

        if (MySqlFaults.IsBroken(exception))
        {
            return new DatabaseUnavailableException($"The connection to the server of the database {provider.Description} broke.", exception);
        }

        return ExceptionChain.Find<MySqlException>(exception) is { } error
            ? new DatabaseUnavailableException(string.Create(CultureInfo.InvariantCulture, $"The server of the database {provider.Description} failed with error {error.Number} ({error.ErrorCode})."), exception)
            : null;
    }

    public override string CauseOf(Exception exception) =>
        ExceptionChain.Find<MySqlException>(exception) is { Number: > 0 } error ? MySqlSteps.CauseOf(error) : base.CauseOf(exception);

    private string Text(DatabaseFault fault, MySqlException error) => (fault, error.ErrorCode) switch
    {
        (_, MySqlErrorCode.AccessDenied) => $"The server of the database {provider.Description} refused the user or the password.",
        (_, MySqlErrorCode.ConnectionCountError or MySqlErrorCode.TooManyUserConnections or MySqlErrorCode.UserLimitReached) => $"The server of the database {provider.Description} takes no more connections now.",
        (_, MySqlErrorCode.UnableToConnectToHost) => TextOfTls(error) ?? $"The server of the database {provider.Description} cannot be reached.",
        (_, MySqlErrorCode.DatabaseAccessDenied) => $"The database {provider.Description} does not exist or may not be used by this user, who may not create it either.",
        (DatabaseFault.Missing, _) => $"The database {provider.Description} or one of its tables is not there any more.",
        (DatabaseFault.Busy, _) => $"The database {provider.Description} is locked by somebody else for too long.",
        (DatabaseFault.Full, _) => $"The disk of the database {provider.Description} is full.",
        (DatabaseFault.ReadOnly, _) => $"The database {provider.Description} cannot be written: its server is read-only, or this user may only read.",
        (DatabaseFault.Damaged, _) => $"A table of the database {provider.Description} is damaged.",
        (DatabaseFault.Unstorable, _) => $"The database {provider.Description} has tables whose character set does not hold all characters.",
        _ => $"The server of the database {provider.Description} went away.",
    };

    /// <summary>What failed when a server was there, but no safe connection came about.</summary>
    /// <returns>Null when it failed otherwise.</returns>
    private string? TextOfTls(MySqlException error)
    {
        if (provider.CertificateAuthority is not { } file)
        {
            return null;
        }

        if (CertificateFile.FaultOf(file) is { } fault)
        {
            return $"The server of the database {provider.Description} is not asked: the certificate file {file} (ssl_ca) {fault}.";
        }

        return ExceptionChain.Find<AuthenticationException>(error) is not null
            ? $"The server of the database {provider.Description} has a certificate that does not descend from one in {file} (ssl_ca), or is not for the host {provider.Host}."
            : error.Message.Contains("SSL", StringComparison.Ordinal) ? $"The server of the database {provider.Description} offers no TLS, which ssl_ca asks for." : null;
    }

    /// <summary>Tables to come take the database's character set. The tables that are there, and a collation of utf8mb4's that somebody chose, stay.</summary>
    private async Task UseWholeUnicodeAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(provider.ForSchema, MySqlSession.ForSchema, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var used = await ReadTextsAsync(connection, "SELECT @@character_set_database", cancellationToken).ConfigureAwait(false);
            if (used is ["utf8mb4"])
            {
                return;
            }

            var statement = $"ALTER DATABASE {Quote(provider.Database)} CHARACTER SET utf8mb4";
            try
            {
                await ExecuteAsync(connection, statement, cancellationToken).ConfigureAwait(false);
            }
            catch (MySqlException exception) when (exception.ErrorCode is MySqlErrorCode.DatabaseAccessDenied or MySqlErrorCode.TableAccessDenied)
            {
                throw new DatabaseRefusedException($"The database {provider.Description} has the character set {used.FirstOrDefault()}, which does not hold all characters, and this user may not change that. Let somebody run: {statement};", exception);
            }
        }
    }

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

    private async Task<MySqlConnection> OpenAsync(string connectionString, MySqlSession session, CancellationToken cancellationToken)
    {
        var steps = log?.IsEnabled(LogLevel.Debug) == true ? new MySqlSteps(log, provider.Description) : null;
        var connection = new MySqlConnection(connectionString);
        try
        {
            if (steps is null)
            {
                await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await connection.DisposeAsync().ConfigureAwait(false);
                connection = await steps.OpenAsync(connectionString, cancellationToken).ConfigureAwait(false);
            }

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

    /// <summary>All in one go, because readiness is asked for every few seconds.</summary>
    private static async Task<DatabaseRecord> ReadRecordAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        // The first one fails when upstream's tables were loaded anew, from a dump: what is recorded is not there then.
        var command = new MySqlCommand("SELECT bb_posted_day FROM ofx_trans LIMIT 0; SELECT version_num FROM alembic_version; SELECT MigrationId FROM `__EFMigrationsHistory` ORDER BY MigrationId", connection);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var texts = new List<string>[2];
                for (var i = 0; i < texts.Length; i++)
                {
                    await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                    texts[i] = [];
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        texts[i].Add(reader.GetString(0));
                    }
                }

                return new DatabaseRecord(texts[0], texts[1]);
            }
        }
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
