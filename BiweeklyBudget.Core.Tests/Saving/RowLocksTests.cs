using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;
using MySqlConnector;

namespace BiweeklyBudget.Core.Tests.Saving;

public sealed class RowLocksTests
{
    /// <summary>Every lock there is, in the order of the tables, with a query that another session cannot lock meanwhile.</summary>
    private static readonly (string Query, Func<RowLocks, Task> Lock)[] InOrder =
    [
        ("SELECT 1 FROM accounts WHERE id = 1", rows => rows.AccountAsync(1, default)),
        ("SELECT 1 FROM plaid_accounts WHERE item_id = 'Item' AND account_id = 'One'", rows => rows.PlaidAccountAsync("Item", "One", default)),
        ("SELECT 1 FROM scheduled_transactions WHERE id = 1", rows => rows.ScheduledTransactionAsync(1, default)),
        ("SELECT 1 FROM transactions WHERE id = 1", rows => rows.TransactionsAsync([1], default)),
        ("SELECT 1 FROM ofx_trans WHERE account_id = 1 AND fitid = 'F1'", rows => rows.BankTransactionsAsync([1], ["F1"], default)),
        ("SELECT 1 FROM budgets WHERE id = 3", rows => rows.BudgetsAsync([3], default)),
    ];

    [Fact]
    public async Task Locks_of_all_tables_are_granted_in_their_order_and_in_no_other()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var context = world.Database.CreateContext();
        for (var first = 0; first < InOrder.Length; first++)
        {
            for (var second = 0; second < InOrder.Length; second++)
            {
                var rows = RowLocks.In(context);
                await InOrder[first].Lock(rows);
                if (second > first)
                {
                    await InOrder[second].Lock(rows);
                    continue;
                }

                var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => InOrder[second].Lock(rows));
                Assert.Contains("cannot be locked after", refusal.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task The_bank_transactions_of_a_statement_count_as_bank_transactions()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var context = world.Database.CreateContext();
        var rows = RowLocks.In(context);
        await rows.BankTransactionsAsync(1, default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => rows.BankTransactionsAsync([1], ["F1"], default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => rows.AccountAsync(1, default));
        Assert.Single(await rows.BudgetsAsync([3], default));
    }

    [Fact]
    public async Task Locked_rows_cannot_be_locked_by_another_session_of_MySql_until_the_save_ends()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.MySql);
        await AddBankTransactionAsync(world);
        await using var context = world.Database.CreateContext();
        await using var other = world.Database.CreateContext();
        await AtomicSave.RunAsync<Outcome<int>>(
            context,
            "Test",
            async (save, _) =>
            {
                foreach (var (query, lockRows) in InOrder)
                {
                    Assert.Equal(1, await LockedAsync(other, query));
                    await lockRows(save.Rows);
                    Assert.Equal(0, await LockedAsync(other, query));
                }

                return new Outcome<int>.Refused(new Problem(null, ProblemCode.Busy, "Enough"));
            },
            duplicate: null,
            default);
        foreach (var (query, _) in InOrder)
        {
            Assert.Equal(1, await LockedAsync(other, query));
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task Locking_writes_nothing(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var counter = new StatementCounter();
        await using var context = world.Database.CreateContext(counter.Attach);
        await AtomicSave.RunAsync<Outcome<int>>(
            context,
            "Test",
            async (save, _) =>
            {
                counter.Reset();
                foreach (var (_, lockRows) in InOrder)
                {
                    await lockRows(save.Rows);
                }

                return new Outcome<int>.Refused(new Problem(null, ProblemCode.Busy, "Enough"));
            },
            duplicate: null,
            default);
        Assert.Equal(InOrder.Length, counter.Count);
        Assert.All(counter.Statements, statement => Assert.DoesNotContain("UPDATE `", statement, StringComparison.Ordinal));
        Assert.All(counter.Statements, statement => Assert.Contains("SELECT", statement, StringComparison.Ordinal));
        Assert.All(counter.Statements, statement => Assert.Equal(engine == DatabaseEngine.MySql, statement.EndsWith("FOR UPDATE", StringComparison.Ordinal)));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_is_locked_is_read(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var transaction = (await world.SubmitAsync("/forms/transaction", EverydayWorld.Transaction((3, 1m)))).SavedId();
        await using var context = world.Database.CreateContext();
        await AtomicSave.RunAsync<Outcome<int>>(
            context,
            "Test",
            async (save, token) =>
            {
                Assert.Equal("Checking", (await save.Rows.AccountAsync(1, token))?.Name);
                Assert.Equal("One", (await save.Rows.PlaidAccountAsync("Item", "One", token))?.AccountId);
                Assert.Null(await save.Rows.ScheduledTransactionAsync(99, token));
                Assert.Equal([transaction], (await save.Rows.TransactionsAsync([transaction, 99], token)).Keys);
                Assert.Equal(["Food", "Repairs"], (await save.Rows.BudgetsAsync([4, 1, 99], token)).Values.OrderBy(budget => budget.Id).Select(budget => budget.Name!));
                return new Outcome<int>.Refused(new Problem(null, ProblemCode.Busy, "Enough"));
            },
            duplicate: null,
            default);
    }

    private static Task AddBankTransactionAsync(EverydayWorld world) => world.ChangeAsync(async context =>
    {
        context.Transactions.Add(new Transaction { Id = 1, Description = "A purchase", Date = new DateOnly(2017, 7, 25), AccountId = 1 });
        context.Statements.Add(new Statement { Id = 1, AccountId = 1, FileName = "one.ofx" });
        await context.SaveChangesAsync();
        context.BankTransactions.Add(new BankTransaction { AccountId = 1, FitId = "F1", StatementId = 1, Amount = 1m });
    });

    /// <summary>How many rows of a query can be locked at once: none when somebody has them.</summary>
    private static async Task<int> LockedAsync(BudgetDbContext context, string query)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        try
        {
            return (await context.Database.SqlQueryRaw<int>(query + " FOR UPDATE NOWAIT").ToListAsync()).Count;
        }
        catch (MySqlException exception) when (exception.ErrorCode == MySqlErrorCode.LockWaitTimeout)
        {
            return 0;
        }
    }
}
