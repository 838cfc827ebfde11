using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Storage;

/// <summary>The made-up history that measurements run on must be what it says, or they measure something else.</summary>
public sealed class LargeHistoryTests
{
    private static readonly LargeHistoryOptions Options = new() { Transactions = 2_000, Years = 2 };

    [Theory]
    [OnBothEngines]
    public async Task A_history_has_the_size_that_was_asked_for(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await LargeHistory.WriteAsync(database.Connection, Options);
        await using var context = database.CreateContext();

        Assert.Equal(Options.Transactions, await context.Transactions.CountAsync());
        Assert.Equal(Options.Transactions, await context.BankTransactions.CountAsync());
        Assert.Equal(Options.Accounts, await context.Accounts.CountAsync());
        Assert.Equal(Options.Budgets, await context.Budgets.CountAsync());
        Assert.Equal(Options.Scheduled, await context.ScheduledTransactions.CountAsync());
        Assert.InRange(await context.Reconciliations.CountAsync(), 1_850, 1_950);
        Assert.Equal(Options.End, await context.Transactions.MaxAsync(t => t.Date));
        var splits = await context.TransactionSplits.GroupBy(s => s.TransactionId).Select(g => g.Count()).ToListAsync();
        Assert.Equal(Options.Transactions, splits.Count);
        Assert.Equal([1, 2, 3], splits.Distinct().Order());
    }

    [Fact]
    public async Task A_copy_on_the_other_engine_holds_the_same_rows()
    {
        await using var mySql = await TestDatabase.CreatedAsync(DatabaseEngine.MySql);
        await using var sqlite = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await LargeHistory.WriteAsync(mySql.Connection, Options);

        await DatabaseCopy.CopyAsync(mySql.Connection, sqlite.Connection);

        await using var original = mySql.CreateContext();
        await using var copy = sqlite.CreateContext();
        Assert.Equal(await original.TransactionSplits.SumAsync(s => s.Amount), await copy.TransactionSplits.SumAsync(s => s.Amount));
        Assert.Equivalent(await original.Transactions.OrderBy(t => t.Id).Take(50).ToListAsync(), await copy.Transactions.OrderBy(t => t.Id).Take(50).ToListAsync(), strict: true);
        Assert.Equivalent(await original.Statements.OrderBy(s => s.Id).Take(50).ToListAsync(), await copy.Statements.OrderBy(s => s.Id).Take(50).ToListAsync(), strict: true);
        Assert.Equal(await original.Reconciliations.CountAsync(), await copy.Reconciliations.CountAsync());
    }
}
