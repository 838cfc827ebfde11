using System.Collections.Frozen;
using MySqlConnector;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>How the tables of a database are stored, and whether the program can rely on that (docs/adr/0014).</summary>
internal static class MySqlTables
{
    private const string Engine = "InnoDB";
    private const string CharacterSet = "utf8mb4";
    private const int Shown = 30;

    // Commits by itself: a connection that waits in the pool must not keep a table from being changed. The last statement changes no row, and is refused all the same to who may not write. The server's settings alone do not say it: some users may write nevertheless.
    private const string Question = """
        SET SESSION autocommit=1, sql_safe_updates=0, sql_select_limit=18446744073709551615, sql_big_selects=1, lock_wait_timeout=1, innodb_lock_wait_timeout=1;
        SET SESSION TRANSACTION READ WRITE;
        SELECT TABLE_NAME, ENGINE, TABLE_COLLATION FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' ORDER BY TABLE_NAME;
        UPDATE settings SET value = value WHERE 1 = 0
        """;

    // The program's own, beside those that begin with bb_: a database may be shared with others.
    private static readonly FrozenSet<string> UpstreamTables = FrozenSet.ToFrozenSet(
    [
        "account_balances", "accounts", "alembic_version", "bom_items", "budget_transactions", "budgets", "fuellog", "ofx_statements", "ofx_trans", "plaid_accounts", "plaid_items", "projects", "reconcile_rules", "scheduled_transactions", "settings", "transactions", "txn_reconciles", "vehicles", DatabaseContents.HistoryTable,
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads how the tables are stored, judges that, and tries to write.</summary>
    /// <param name="connection">An open connection of the pool.</param>
    /// <param name="database">The database's name, quoted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="MySqlException">They cannot be written.</exception>
    public static async Task<TablesFound> CheckAsync(MySqlConnection connection, string database, CancellationToken cancellationToken)
    {
        var found = TablesFound.Good;
        var command = new MySqlCommand(Question, connection);
        await using (command.ConfigureAwait(false))
        {
            try
            {
                var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    found = Judge(await ReadAsync(reader, cancellationToken).ConfigureAwait(false), database);
                    await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                }
            }
            catch (MySqlException exception) when (found.Refusal is not null || MySqlFaults.OfDatabase(exception) == DatabaseFault.Busy)
            {
                // Somebody makes a backup of the server, or changes the table. And what is refused need not be written.
            }
        }

        return found;
    }

    /// <summary>Judges them. Without transactions a save that fails is half stored, so other engines are refused; other character sets are worth a warning.</summary>
    /// <param name="tables">Name, engine and collation of each table.</param>
    /// <param name="database">The database's name, quoted.</param>
    private static TablesFound Judge(IReadOnlyList<(string Name, string Engine, string Collation)> tables, string database)
    {
        (string Name, string Engine, string Collation)[] own = [.. tables.Where(table => UpstreamTables.Contains(table.Name) || table.Name.StartsWith("bb_", StringComparison.Ordinal))];
        string[] without = [.. own.Where(table => table.Engine.Length > 0 && !string.Equals(table.Engine, Engine, StringComparison.OrdinalIgnoreCase)).Select(table => $"ALTER TABLE {Quote(table.Name)} ENGINE={Engine};")];
        if (without.Length > 0)
        {
            return new TablesFound($"has tables of an engine without transactions, where a save that fails would be half stored. Make a backup, then run: {Listed(without)}", null);
        }

        string[] narrow = [.. own.Where(table => table.Collation.Length > 0 && !table.Collation.StartsWith(CharacterSet, StringComparison.OrdinalIgnoreCase)).Select(table => $"ALTER TABLE {Quote(table.Name)} CONVERT TO CHARACTER SET {CharacterSet};")];
        return narrow.Length == 0
            ? TablesFound.Good
            : new TablesFound(null, $"The database {database} has tables whose character set does not hold all characters; texts with others are refused. To change that, make a backup, stop all programs that use it, and run: SET foreign_key_checks=0; ALTER DATABASE {database} CHARACTER SET {CharacterSet}; {Listed(narrow)} SET foreign_key_checks=1;");
    }

    private static async Task<List<(string Name, string Engine, string Collation)>> ReadAsync(MySqlDataReader reader, CancellationToken cancellationToken)
    {
        var tables = new List<(string, string, string)>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            tables.Add((reader.GetString(0), TextOf(reader, 1), TextOf(reader, 2)));
        }

        return tables;
    }

    private static string Listed(IReadOnlyList<string> statements) => string.Join(' ', statements.Take(Shown));

    private static string TextOf(MySqlDataReader reader, int column) => reader.IsDBNull(column) ? "" : reader.GetString(column);

    private static string Quote(string name) => "`" + name.Replace("`", "``", StringComparison.Ordinal) + "`";
}
