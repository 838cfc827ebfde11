using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Backup;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Storage.Backup;

/// <summary>What goes into a backup comes out of it, value by value, on the engine it comes from and on the other.</summary>
public sealed class BackupRoundTripTests : IDisposable
{
    private readonly BackupFolder _folder = new();

    public static TheoryData<DatabaseEngine, DatabaseEngine> Ways => new()
    {
        { DatabaseEngine.Sqlite, DatabaseEngine.Sqlite },
        { DatabaseEngine.Sqlite, DatabaseEngine.MySql },
        { DatabaseEngine.MySql, DatabaseEngine.Sqlite },
        { DatabaseEngine.MySql, DatabaseEngine.MySql },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Upstreams_sample_data_is_the_same_after_a_restore(DatabaseEngine from, DatabaseEngine to)
    {
        await using var source = await TestDatabase.WithSampleDataAsync(from);
        await using var target = await TestDatabase.EmptyAsync(to);

        // On MySQL it is as upstream left it, so the file has upstream's tables alone, which are migrated on their way.
        var summary = await BackupFolder.EngineOf(source).BackUpAsync(_folder.File);
        Assert.Equal(from == DatabaseEngine.MySql, summary.Migrations is ["Upstream160"]);
        var result = await BackupFolder.EngineOf(target).RestoreAsync(_folder.File);

        await BackupFolder.EngineOf(source).InitializeAsync();
        Assert.Equal(await RowText.ReadAsync(source), await RowText.ReadAsync(target));
        Assert.Null(result.OldData);
        Assert.True((await BackupFolder.EngineOf(target).StatusAsync()).IsReady);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_value_that_both_engines_hold_is_the_same_after_a_restore(DatabaseEngine from, DatabaseEngine to)
    {
        await using var source = await TestDatabase.CreatedAsync(from);
        await using var target = await TestDatabase.CreatedAsync(to);
        await EdgeRows.WriteAsync(source);

        await BackupFolder.EngineOf(source).BackUpAsync(_folder.File, new BackupOptions { Passphrase = "correct horse" });
        await BackupFolder.EngineOf(target).RestoreAsync(_folder.File, new RestoreOptions { Passphrase = "correct horse" });

        Assert.Equal(await RowText.ReadAsync(source), await RowText.ReadAsync(target));
        if (from == to)
        {
            Assert.Equal(await SchemaText.ReadUnauditedDataAsync(source), await SchemaText.ReadUnauditedDataAsync(target));
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_move_needs_no_file_and_leaves_the_source_as_it_was(DatabaseEngine from, DatabaseEngine to)
    {
        await using var source = await TestDatabase.CreatedAsync(from);
        await using var target = await TestDatabase.EmptyAsync(to);
        await EdgeRows.WriteAsync(source);
        var before = await SchemaText.ReadDataAsync(source);

        var result = await BackupFolder.EngineOf(source).MoveToAsync(BackupFolder.EngineOf(target));

        Assert.Equal(before, await SchemaText.ReadDataAsync(source));
        Assert.Equal(await RowText.ReadAsync(source), await RowText.ReadAsync(target));
        Assert.Equal(before.Count - Unkept(before), result.Restored.Rows);
    }

    [Theory]
    [OnBothEngines]
    public async Task Sums_and_counts_of_the_summary_are_those_of_the_database(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.WithSampleDataAsync(engine);
        var engineOf = BackupFolder.EngineOf(database);
        await engineOf.InitializeAsync();

        var written = await engineOf.BackUpAsync(_folder.File);
        var verified = await BudgetEngine.VerifyBackupAsync(_folder.File);

        await using var context = database.CreateContext();
        var splits = written.Tables.Single(table => table.Name == "budget_transactions");
        Assert.Equal(await context.TransactionSplits.CountAsync(), splits.Rows);
        Assert.Equal(await context.TransactionSplits.SumAsync(split => split.Amount), splits.Sums["amount"]);
        Assert.Equal(await context.Budgets.SumAsync(budget => budget.CurrentBalance), written.Tables.Single(table => table.Name == "budgets").Sums["current_balance"]);
        Assert.Equal(written.Tables.Select(table => table.Digest), verified.Tables.Select(table => table.Digest));
        Assert.Equal((written.Rows, written.CreatedAt, written.Source, written.Bytes), (verified.Rows, verified.CreatedAt, engine, new FileInfo(_folder.File).Length));
        Assert.Empty(written.LeftOut);
    }

    [Theory]
    [OnBothEngines]
    public async Task Generated_keys_go_on_after_the_greatest_restored_one(DatabaseEngine engine)
    {
        await using var source = await TestDatabase.CreatedAsync(engine == DatabaseEngine.Sqlite ? DatabaseEngine.MySql : DatabaseEngine.Sqlite);
        await using var target = await TestDatabase.CreatedAsync(engine);
        await using (var context = source.CreateContext())
        {
            context.Budgets.Add(new Budget { Id = 41, Name = "Groceries" });
            await context.SaveChangesAsync();
        }

        await BackupFolder.EngineOf(source).MoveToAsync(BackupFolder.EngineOf(target));

        await using var after = target.CreateContext();
        var added = new Budget { Name = "Fuel" };
        after.Budgets.Add(added);
        await after.SaveChangesAsync();
        Assert.Equal(42, added.Id);
    }

    [Fact]
    public async Task What_upstreams_database_holds_beyond_the_rules_is_kept_on_MySQL()
    {
        await using var source = await TestDatabase.CreatedAsync(DatabaseEngine.MySql);
        await using var target = await TestDatabase.CreatedAsync(DatabaseEngine.MySql);
        await ExecuteAsync(source, "SET SESSION sql_mode='ALLOW_INVALID_DATES', foreign_key_checks=0; INSERT INTO transactions (id, date, description, account_id) VALUES (1, '0000-00-00', 'x', 99), (2, '2017-02-30', 'y', 99)");

        await BackupFolder.EngineOf(source).MoveToAsync(BackupFolder.EngineOf(target));

        Assert.Equal(["0000-00-00", "2017-02-30"], await DaysAsync(target));
    }

    [Fact]
    public async Task Columns_are_matched_by_name_and_what_the_program_does_not_know_is_named()
    {
        await using var source = await TestDatabase.WithSampleDataAsync(DatabaseEngine.MySql);
        await using var target = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        await ExecuteAsync(source, "ALTER TABLE budgets MODIFY is_income tinyint(1) NULL FIRST, ADD COLUMN color varchar(20) AFTER id");
        await ExecuteAsync(source, "CREATE TABLE of_somebody_else (id int)");

        var summary = await BackupFolder.EngineOf(source).BackUpAsync(_folder.File);
        await BackupFolder.EngineOf(target).RestoreAsync(_folder.File);

        Assert.Equal(["budgets.color", "of_somebody_else"], summary.LeftOut);
        await BackupFolder.EngineOf(source).InitializeAsync();
        Assert.Equal(await RowText.ReadAsync(source), await RowText.ReadAsync(target));
    }

    public void Dispose() => _folder.Dispose();

    // Rows of the history of migrations, which no backup holds, and of SQLite's own table of generated keys.
    private static int Unkept(IReadOnlyList<string> data) => data.Count(line => line.StartsWith("sqlite_sequence", StringComparison.Ordinal) || line.StartsWith("__EFMigrations", StringComparison.Ordinal));

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var context = database.CreateContext();
        await context.Database.ExecuteSqlRawAsync(sql);
    }

    private static async Task<List<string>> DaysAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        return await context.Database.SqlQueryRaw<string>("SELECT CAST(date AS CHAR) AS Value FROM transactions ORDER BY id").ToListAsync();
    }
}
