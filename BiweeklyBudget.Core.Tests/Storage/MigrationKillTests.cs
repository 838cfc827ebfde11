using System.Diagnostics;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Storage.Backup;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Storage;

/// <summary>
/// SIGKILL at random moments of the migrations after upstream's schema: the next run completes them, and every row of upstream's tables is as it was.
/// </summary>
public sealed class MigrationKillTests : IDisposable
{
    private static readonly int Times = Kills.Or(2);

    // What the migrations after upstream's schema add, taken away again; each engine in its own words.
    private static readonly string[] UndoOnBoth =
    [
        "DROP TABLE bb_changed_rows", "DROP TABLE bb_changes", "DROP TABLE bb_replies", "DROP TABLE bb_leases", "DROP TABLE bb_backups",
        "DROP TABLE bb_users", "DROP TABLE bb_sessions", "DROP TABLE bb_tokens", "DROP TABLE bb_recovery_codes",
        "DROP TABLE bb_audit", "DROP TABLE bb_audit_head", "DROP TABLE bb_passkeys", "DROP TABLE bb_challenges",
        "DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%Kept' OR MigrationId LIKE '%ByOwnDay' OR MigrationId LIKE '%SignIn' OR MigrationId LIKE '%Audit'",
    ];

    private static readonly string[] UndoOnMySql =
    [
        "ALTER TABLE ofx_trans DROP COLUMN bb_posted_day, DROP INDEX bb_ix_ofx_trans_date_posted, MODIFY amount decimal(10,4) NULL",
        "ALTER TABLE transactions DROP INDEX bb_ix_transactions_date, MODIFY budgeted_amount decimal(10,4) NULL, MODIFY sales_tax decimal(10,4) NOT NULL",
        "ALTER TABLE budget_transactions MODIFY amount decimal(10,4) NOT NULL",
        "ALTER TABLE account_balances DROP INDEX bb_ix_account_balances_account_id_ledger_date, MODIFY avail decimal(10,4) NULL, MODIFY ledger decimal(10,4) NULL",
        "ALTER TABLE fuellog DROP INDEX bb_ix_fuellog_date, DROP INDEX bb_ix_fuellog_vehicle_id_odometer_miles",
    ];

    private static readonly string[] UndoOnSqlite =
    [
        "DROP INDEX bb_ix_ofx_trans_date_posted", "ALTER TABLE ofx_trans DROP COLUMN bb_posted_day", "DROP INDEX bb_ix_account_balances_account_id_ledger_date",
        "DROP INDEX bb_ix_ofx_statements_account_id_as_of", "DROP INDEX bb_ix_txn_reconciles_reconciled_at", "DROP INDEX bb_ix_fuellog_date", "DROP INDEX bb_ix_fuellog_vehicle_id_odometer_miles",
    ];

    private readonly BackupFolder _folder = new();
    private readonly Random _random = new(20170728);

    [Theory]
    [OnBothEngines]
    public async Task The_migrations_after_upstreams_schema_are_completed_after_a_kill_and_change_no_figure(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await LargeHistory.WriteAsync(database.Connection, new LargeHistoryOptions { Transactions = 1_000, Years = 1 });
        var schema = await SchemaText.ReadAsync(database);
        await TakeAwayAsync(database);
        var data = await DataAsync(database);
        var began = Stopwatch.GetTimestamp();
        await AssertCompletesAsync(database);
        var whole = Stopwatch.GetElapsedTime(began);
        for (var i = 0; i < Times; i++)
        {
            await TakeAwayAsync(database);
            await using (var process = InitDbProcess.StartIn(_folder.Path, database.Url))
            {
                await Task.Delay(whole * _random.NextDouble());
                await process.KillAsync();
            }

            Assert.Equal(data, await DataAsync(database));
            await AssertCompletesAsync(database);
            Assert.Equal(data, await DataAsync(database));
            Assert.Equal(Named(schema), Named(await SchemaText.ReadAsync(database)));
        }
    }

    public void Dispose() => _folder.Dispose();

    private static async Task TakeAwayAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        foreach (var statement in UndoOnBoth.Concat(database.Engine == DatabaseEngine.MySql ? UndoOnMySql : UndoOnSqlite))
        {
            await context.Database.ExecuteSqlRawAsync(statement);
        }
    }

    // SQLite keeps the text of a table's statement, to which a column that is added is appended in its own way: names are enough there.
    private static IEnumerable<string> Named(IEnumerable<string> schema) => schema.Select(line => line.Split("CREATE TABLE", 2)[0]);

    // The column that is added stands last and is null, as is the one before it: after a kill it may be there or not.
    private static async Task<IEnumerable<string>> DataAsync(TestDatabase database) => (await SchemaText.ReadDataAsync(database))
        .Where(line => !line.StartsWith("bb_", StringComparison.Ordinal) && !line.StartsWith("__EF", StringComparison.Ordinal) && !line.StartsWith("sqlite_sequence", StringComparison.Ordinal))
        .Select(line => line.StartsWith("ofx_trans | ", StringComparison.Ordinal) ? line.Replace(" | NULL", "", StringComparison.Ordinal) : line);

    private async Task AssertCompletesAsync(TestDatabase database)
    {
        await using var process = InitDbProcess.StartIn(_folder.Path, database.Url);
        var (exitCode, _, errors) = await process.EndAsync();
        Assert.True(exitCode == 0, errors);
        await using var status = InitDbProcess.StartIn(_folder.Path, database.Url, "--status");
        Assert.Equal(0, (await status.EndAsync()).ExitCode);
    }
}
