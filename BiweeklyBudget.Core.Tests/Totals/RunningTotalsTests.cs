using System.Globalization;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Totals;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace BiweeklyBudget.Core.Tests.Totals;

public sealed class RunningTotalsTests : IAsyncLifetime
{
    private static readonly DateOnly Begin = new(2017, 1, 1);

    private readonly FakeTimeProvider _time = new();
    private readonly RunningTotals _totals;
    private BudgetDbContext? _host;

    public RunningTotalsTests() => _totals = new RunningTotals(_time);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task What_any_of_our_programs_saved_counts_at_once_and_is_read_once(DatabaseEngine engine)
    {
        await using var database = await CreatedAsync(engine);
        await SettleAsync(database);
        await SaveAsync(database, id: 1, amount: 20m);

        var counter = new StatementCounter();
        var open = await ReadAsync(database, counter);

        Assert.Equal((20m, 1), (open.SumOf(1, Begin), open.TransactionCount));
        await SettleAsync(database);
        counter.Reset();
        Assert.Equal(20m, (await ReadAsync(database, counter)).SumOf(1, Begin));
        Assert.Empty(counter.Statements);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_save_that_commits_after_one_with_a_greater_number_counts(DatabaseEngine engine)
    {
        await using var database = await CreatedAsync(engine);
        await SettleAsync(database);
        await SaveAsync(database, id: 1, amount: 20m, change: 7);
        Assert.Equal(20m, (await ReadAsync(database)).SumOf(1, Begin));
        await SaveAsync(database, id: 2, amount: 3m, change: 5);

        var counter = new StatementCounter();
        var open = await ReadAsync(database, counter);

        Assert.Equal((23m, 2), (open.SumOf(1, Begin), open.TransactionCount));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_another_program_wrote_counts_at_once_when_it_is_the_last_that_was_written(DatabaseEngine engine)
    {
        await using var database = await CreatedAsync(engine);
        Assert.Equal(0m, (await ReadAsync(database)).SumOf(1, Begin));
        for (var id = 1; id <= 5; id++)
        {
            await using (var context = database.CreateContext())
            {
                context.Add(Transaction(id, 10m));
                await context.SaveChangesAsync();
            }

            Assert.Equal((id * 10m, id), ((await ReadAsync(database)).SumOf(1, Begin), (await ReadAsync(database)).TransactionCount));
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task What_another_program_wrote_among_our_saves_counts_at_once(DatabaseEngine engine)
    {
        await using var database = await CreatedAsync(engine);
        await SettleAsync(database);
        await using (var context = database.CreateContext())
        {
            context.Add(Transaction(1, 10m));
            await context.SaveChangesAsync();
        }

        await SaveAsync(database, id: 2, amount: 5m);
        Assert.Equal(15m, (await ReadAsync(database)).SumOf(1, Begin));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_book_that_reads_an_older_state_gets_the_items_of_that_state(DatabaseEngine engine)
    {
        await using var database = await CreatedAsync(engine);
        await SettleAsync(database);
        await using var older = database.CreateContext();
        await using var snapshot = await ReadSnapshot.BeginAsync(older, default);
        Assert.False(await older.Transactions.AnyAsync());
        await SaveAsync(database, id: 1, amount: 20m);
        Assert.Equal(20m, (await ReadAsync(database)).SumOf(1, Begin));

        Assert.Equal(0m, (await _totals.ReadAsync(older, Begin, default)).SumOf(1, Begin));
        Assert.Equal(20m, (await ReadAsync(database)).SumOf(1, Begin));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_record_of_changes_that_was_emptied_is_noticed(DatabaseEngine engine)
    {
        await using var database = await CreatedAsync(engine);
        await SettleAsync(database);
        await SaveAsync(database, id: 1, amount: 20m);
        Assert.Equal(20m, (await ReadAsync(database)).SumOf(1, Begin));
        await using (var context = database.CreateContext())
        {
            await context.ChangedRows.ExecuteDeleteAsync();
            await context.Changes.ExecuteDeleteAsync();
            await context.TransactionSplits.ExecuteDeleteAsync();
            await context.Transactions.ExecuteDeleteAsync();
        }

        Assert.Equal((0m, 0), ((await ReadAsync(database)).SumOf(1, Begin), (await ReadAsync(database)).TransactionCount));
    }

    [Theory]
    [OnBothEngines]
    public async Task Rows_that_are_matched_or_removed_are_open_no_more(DatabaseEngine engine)
    {
        await using var database = await CreatedAsync(engine);
        await using (var context = database.CreateContext())
        {
            context.Add(new Statement { Id = 1, AccountId = 1, FileName = "f" });
            context.Add(new BankTransaction { AccountId = 1, FitId = "a", StatementId = 1, DatePosted = Begin.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) });
            context.Add(new BankTransaction { AccountId = 1, FitId = "b", StatementId = 1, DatePosted = Begin.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) });
            context.AddRange(Transaction(1, 10m), Transaction(2, 5m));
            await context.SaveChangesAsync();
        }

        await SettleAsync(database);
        Assert.Equal((15m, 2), ((await ReadAsync(database)).SumOf(1, Begin), (await ReadAsync(database)).CountOf(1)));
        await using (var context = database.CreateContext())
        {
            context.Add(new Reconciliation { Id = 1, TransactionId = 1, BankAccountId = 1, BankFitId = "a" });
            await context.TransactionSplits.Where(split => split.TransactionId == 2).ExecuteDeleteAsync();
            await context.Transactions.Where(transaction => transaction.Id == 2).ExecuteDeleteAsync();
            context.Add(Record(
                change: null,
                ("txn_reconciles", "1", null, """{"id": 1, "txn_id": 1, "ofx_account_id": 1, "ofx_fitid": "a"}"""),
                ("budget_transactions", "2", """{"id": 2, "trans_id": 2}""", null),
                ("transactions", "2", """{"id": 2}""", null)));
            await context.SaveChangesAsync();
        }

        var open = await ReadAsync(database);
        Assert.Equal((0m, 1, 1), (open.SumOf(1, Begin), open.CountOf(1), open.TransactionCount));
        Assert.Equal("b", Assert.Single(open.BankTransactions).FitId);
    }

    [Theory]
    [OnBothEngines]
    public async Task What_was_made_of_a_state_is_made_again_after_a_save(DatabaseEngine engine)
    {
        await using var database = await CreatedAsync(engine);
        await SettleAsync(database);
        var made = 0;
        Task<string> MakeAsync() => Task.FromResult((++made).ToString(CultureInfo.InvariantCulture));
        Assert.Equal("1", await (await ReadAsync(database)).OnceAsync("key", MakeAsync));
        Assert.Equal("1", await (await ReadAsync(database)).OnceAsync("key", MakeAsync));
        await SaveAsync(database, id: 1, amount: 1m);
        Assert.Equal("2", await (await ReadAsync(database)).OnceAsync("key", MakeAsync));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_another_program_wrote_while_a_state_was_read_is_not_taken_for_part_of_it(DatabaseEngine engine)
    {
        await using var database = await CreatedAsync(engine);
        await SettleAsync(database);
        await using (var context = database.CreateContext())
        {
            await using var snapshot = await ReadSnapshot.BeginAsync(context, default);
            Assert.Empty(await context.Transactions.ToListAsync());
            await using (var other = database.CreateContext())
            {
                other.Add(Transaction(1, 10m));
                await other.SaveChangesAsync();
            }

            // MariaDB tells the second of a write; what it wrote in this one would be read anew anyway.
            await Task.Delay(TimeSpan.FromSeconds(2.1));
            Assert.Equal(0m, (await _totals.ReadAsync(context, Begin, default)).SumOf(1, Begin));
        }

        Assert.Equal(10m, (await ReadAsync(database)).SumOf(1, Begin));
    }

    private async Task<TestDatabase> CreatedAsync(DatabaseEngine engine)
    {
        var database = await TestDatabase.CreatedAsync(engine);

        // As a host does, which keeps the file open between two requests: the last one that closes it writes to it.
        _host = database.CreateContext();
        await _host.Database.OpenConnectionAsync();
        await using var context = database.CreateContext();
        context.Add(new Account { Id = 1, Name = "Checking", Type = AccountType.Bank });
        context.Add(new Budget { Id = 1, Name = "Food", IsPeriodic = true });
        await context.SaveChangesAsync();
        return database;
    }

    private static Transaction Transaction(int id, decimal amount) =>
        new() { Id = id, Date = Begin, Description = "t", AccountId = 1, Splits = { new TransactionSplit { Id = id, BudgetId = 1, Amount = amount } } };

    private static Change Record(long? change, params (string Table, string Key, string? Before, string? After)[] rows)
    {
        var record = new Change { Id = change ?? 0, At = DateTime.UnixEpoch, Operation = "test" };
        foreach (var (table, key, before, after) in rows)
        {
            record.Rows.Add(new ChangedRow { Number = record.Rows.Count, TableName = table, RowKey = key, Before = before, After = after });
        }

        return record;
    }

    /// <summary>A save as any of our programs does it: the rows and the record of them in one transaction.</summary>
    private static async Task SaveAsync(TestDatabase database, int id, decimal amount, long? change = null)
    {
        await using var context = database.CreateContext();
        context.Add(Transaction(id, amount));
        var key = id.ToString(CultureInfo.InvariantCulture);
        context.Add(Record(change, ("transactions", key, null, $$"""{"id": {{key}}}"""), ("budget_transactions", key, null, $$"""{"id": {{key}}, "trans_id": {{key}}}""")));
        await context.SaveChangesAsync();
    }

    /// <summary>Reads until the engine can tell a later write from all that came before.</summary>
    private async Task SettleAsync(TestDatabase database)
    {
        var counter = new StatementCounter();
        do
        {
            counter.Reset();
            await ReadAsync(database, counter);
        }
        while (counter.Count > 0);
    }

    private async Task<OpenItems> ReadAsync(TestDatabase database, StatementCounter? counter = null)
    {
        await using var context = database.CreateContext(options => counter?.Attach(options));
        await using var snapshot = await ReadSnapshot.BeginAsync(context, default);
        return await _totals.ReadAsync(context, Begin, default);
    }
}
