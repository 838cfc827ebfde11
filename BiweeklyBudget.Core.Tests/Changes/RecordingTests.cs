using System.Text.RegularExpressions;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Changes;

/// <summary>Every save writes down what it changed, all of it and nothing else.</summary>
public sealed partial class RecordingTests
{
    [Theory]
    [OnBothEngines]
    public async Task What_every_operation_changes_is_what_it_records(DatabaseEngine engine)
    {
        await using var world = await EveryOperation.CreateWorldAsync(engine);
        var last = 0L;
        foreach (var (operation, act) in EveryOperation.Saves)
        {
            var before = await world.ReadAsync(TableImages.TakeAsync);
            await using (var book = world.OpenBook())
            {
                book.Who = "Ann";
                await act(book);
            }

            var difference = TableImages.Difference(before, await world.ReadAsync(TableImages.TakeAsync));
            var change = Assert.Single(await ChangesSinceAsync(world, last));
            Assert.NotEmpty(difference);
            Assert.Equal(difference, TableImages.Recorded(change.Rows));
            Assert.Equal(operation, change.Operation);
            Assert.Equal(operation == "SaveFirstPayday" ? null : "Ann", change.Who);
            Assert.Equal(Enumerable.Range(0, change.Rows.Count), change.Rows.Select(row => row.Number).Order());
            Assert.Null(change.UndoneChangeId);
            last = change.Id;
        }
    }

    [Fact]
    public void Every_operation_of_the_engine_is_in_that_list()
    {
        var operations = typeof(AtomicSave).Assembly.GetTypes().Where(type => !type.IsAbstract && IsSaveOperation(type)).Select(type => type.Name);
        Assert.Equal(
            operations.Concat(["SaveWishlist", "UndoImport", "UndoReconciliation", "SaveFirstPayday"]).Order(StringComparer.Ordinal),
            EveryOperation.Saves.Select(save => save.Operation).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_is_written_past_the_record()
    {
        var writers = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Sources(), "*.cs", SearchOption.AllDirectories))
        {
            if (PastTheContext().IsMatch(File.ReadAllText(file)))
            {
                writers.Add(Path.GetRelativePath(Sources(), file).Replace('\\', '/'));
            }
        }

        // Two only read; two note what they insert, some put rows in for those that note them, one makes databases; the others write the record itself and tables that hold nobody's money: replies, leases, notes of backups, who may sign in, the audit log.
        Assert.Equal(
            [
                "PayPeriods/PeriodRowReader.cs", "Saving/AuditWriter.cs", "Saving/KeyedSave.cs", "Saving/RunningSave.cs", "Settings/SettingRow.cs", "Storage/AutomaticBackups/BackupLog.cs", "Storage/ChangeWriter.cs", "Storage/Initialization/DatabaseInitializer.cs",
                "Storage/MySql/MySqlBudgetDbContext.cs", "Storage/MySql/MySqlBulkInsert.cs", "Storage/MySql/MySqlTransactions.cs", "Storage/OwnStatement.cs",
                "Storage/Sqlite/SqliteBudgetDbContext.cs", "Storage/Sqlite/SqliteBulkInsert.cs", "Storage/Sqlite/SqliteTransactions.cs", "Storage/TaskLease.cs", "Transactions/DateWindow.cs",
                "Users/PasskeySection.cs", "Users/SecondFactorSection.cs", "Users/SessionSection.cs", "Users/TokenSection.cs", "Users/UserRows.cs", "Users/UserSection.cs",
            ],
            writers.Order(StringComparer.Ordinal));
    }

    [Theory]
    [OnBothEngines]
    public async Task Both_engines_write_one_text(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using (var book = world.OpenBook())
        {
            (await book.Transactions.SaveAsync(EveryOperation.Purchase(new(3, 0.10m), new(1, 1234.5678m)) with { Notes = "Öl <\"x\">" })).ValueOrThrow();
        }

        var change = Assert.Single(await ChangesSinceAsync(world, 0));
        Assert.Equal((FormOperations.Now.UtcDateTime, (string?)null), (change.At, change.Who));
        Assert.Equal(
            [
                """budget_transactions/1⏎1: - => {"id":1,"amount":"0.1","trans_id":1,"budget_id":3}""",
                """budget_transactions/1⏎2: - => {"id":2,"amount":"1234.5678","trans_id":1,"budget_id":1}""",
                """budgets/3: {"id":3,"is_periodic":false,"name":"Holiday","description":null,"starting_balance":null,"current_balance":"1617.56","is_active":true,"is_income":false,"omit_from_graphs":false} => {"id":3,"is_periodic":false,"name":"Holiday","description":null,"starting_balance":null,"current_balance":"1617.46","is_active":true,"is_income":false,"omit_from_graphs":false}""",
                """transactions/1: - => {"id":1,"date":"2017-07-25","budgeted_amount":null,"description":"A purchase","notes":"Öl <\"x\">","account_id":1,"scheduled_trans_id":null,"planned_budget_id":null,"transfer_id":null,"sales_tax":"0"}""",
            ],
            TableImages.Recorded(change.Rows).Select(line => line.Replace('\n', '⏎')));
    }

    [Theory]
    [OnBothEngines]
    public async Task Secrets_stay_in_their_own_row(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var id = (await book.Accounts.SaveAsync(new() { Name = "Wallet", Type = AccountType.Cash, VaultCredentialsPath = "secret/wallet" })).ValueOrThrow();
        (await book.Accounts.SaveAsync((await book.Accounts.FindAsync(id))!.ToChange() with { Description = "x", VaultCredentialsPath = "secret/other" })).ValueOrThrow();
        var changes = await ChangesSinceAsync(world, 0);
        Assert.Equal(2, changes.Count);
        Assert.All(changes.SelectMany(change => change.Rows), row => Assert.DoesNotContain("secret", row.Before + row.After, StringComparison.Ordinal));
        Assert.DoesNotContain(RecordedTables.Of(book.Database).All.SelectMany(table => table.Columns), column => column.Name is "access_token" or "vault_creds_path");
    }

    [Theory]
    [OnBothEngines]
    public async Task What_changes_nothing_or_is_refused_is_not_recorded(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        (await book.Budgets.SaveAsync((await book.Budgets.FindAsync(3))!.ToChange())).ValueOrThrow();
        Assert.False((await book.Budgets.SaveAsync((await book.Budgets.FindAsync(3))!.ToChange() with { Name = "Food" })).IsSaved);
        Assert.False((await book.Reconciling.UndoAsync(99)).IsSaved);
        Assert.Empty(await ChangesSinceAsync(world, 0));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_rate_that_the_program_renews_is_nobodys(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await EveryOperation.RenewPrimeRateAsync(world, "Ann");
        Assert.Equal([("SaveAccount", "Ann"), ("RenewPrimeRate", null)], (await ChangesSinceAsync(world, 0)).Select(change => (change.Operation, change.Who)));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_save_is_recorded_with_one_statement(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var counter = new StatementCounter();
        await using var book = FormOperations.Book(world.Database.CreateContext(counter.Attach));
        (await book.Transactions.SaveAsync(EveryOperation.Purchase([.. Enumerable.Range(1, 4).Where(id => id != 2).Select(id => new Split(id, id))]))).ValueOrThrow();
        Assert.Single(counter.Statements, statement => statement.Contains("bb_change", StringComparison.Ordinal));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_pooled_context_forgets_who_used_it(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var engineOfOne = await BudgetEngine.OpenAsync(database.Url);
        await using (var book = engineOfOne.OpenBook(new string('x', 300)))
        {
            Assert.Equal(254, book.Who!.Length);
            (await book.Budgets.SaveAsync(new() { Name = "One", Kind = BudgetKind.Standing, CurrentBalance = 0m })).ValueOrThrow();
        }

        await using (var book = engineOfOne.OpenBook())
        {
            (await book.Budgets.SaveAsync(new() { Name = "Two", Kind = BudgetKind.Standing, CurrentBalance = 0m })).ValueOrThrow();
        }

        await using var context = database.CreateContext();
        Assert.Equal([254, null], await context.Changes.OrderBy(change => change.Id).Select(change => change.Who == null ? (int?)null : change.Who.Length).ToListAsync());
    }

    private static Task<List<Change>> ChangesSinceAsync(EverydayWorld world, long last) =>
        world.ReadAsync(context => context.Changes.AsNoTracking().Include(change => change.Rows).Where(change => change.Id > last).OrderBy(change => change.Id).ToListAsync());

    private static bool IsSaveOperation(Type? type) => type is not null && ((type.IsGenericType && type.GetGenericTypeDefinition() == typeof(SaveOperation<,,>)) || IsSaveOperation(type.BaseType));

    private static string Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "BiweeklyBudget.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "BiweeklyBudget.Core");
    }

    [GeneratedRegex(@"\.(ExecuteUpdate|ExecuteDelete|ExecuteSql|InsertAsync\(BulkTable)|(OwnStatement|SqliteInsert)\.|new (SqliteRowInsert|MySqlRowsInsert)\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex PastTheContext();
}
