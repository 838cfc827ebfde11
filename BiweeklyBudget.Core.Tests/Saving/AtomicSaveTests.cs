using System.Data.Common;
using System.Transactions;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Hosting.Api;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BiweeklyBudget.Core.Tests.Saving;

public sealed class AtomicSaveTests
{
    private static readonly FormValues Transfer = new()
    {
        ["date"] = "2017-07-28",
        ["amount"] = 5,
        ["account"] = 1,
        ["from_budget"] = 3,
        ["to_budget"] = 4,
    };

    [Theory]
    [OnBothEngines]
    public async Task A_failure_in_the_middle_leaves_nothing_behind(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using (var context = world.Database.CreateContext(options => options.AddInterceptors(new FailingStatements("txn_reconciles"))))
        {
            var failure = await Assert.ThrowsAnyAsync<Exception>(() => FormOperations.SubmitAsync(context, "/forms/budget_transfer", Transfer));
            Assert.Contains("power cut", failure.GetBaseException().Message, StringComparison.Ordinal);
        }

        Assert.Equal(0, await world.ReadAsync(context => context.Transactions.CountAsync()));
        Assert.Equal((1617.56m, 9482.29m), (await world.BalanceAsync(3), await world.BalanceAsync(4)));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_transaction_of_the_caller_neither_stores_what_was_refused_nor_takes_back_what_was_saved(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var context = world.Database.CreateContext();
        await using (var transaction = await BeginReadingAsync(context))
        {
            Assert.IsType<Outcome<int>.Refused>(await WriteAndRefuseAsync(context));
            await transaction.CommitAsync();
        }

        Assert.False(await world.ReadAsync(c => c.Budgets.AnyAsync(b => b.Name == "Refused")));
        await using (var transaction = await BeginReadingAsync(context))
        {
            (await FormOperations.SubmitAsync(context, "/forms/budget_transfer", Transfer)).Success();
            await transaction.RollbackAsync();
        }

        Assert.Equal(1612.56m, await world.BalanceAsync(3));
    }

    [Theory]
    [OnBothEngines]
    public async Task An_ambient_transaction_neither_stores_what_was_refused_nor_takes_back_what_was_saved(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var context = world.Database.CreateContext();
        using (var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            Assert.IsType<Outcome<int>.Refused>(await WriteAndRefuseAsync(context));
            Assert.IsType<FormAnswer.Refused>(await FormOperations.SubmitAsync(context, "/forms/budget_transfer", []));
            scope.Complete();
        }

        Assert.False(await world.ReadAsync(c => c.Budgets.AnyAsync(b => b.Name == "Refused")));
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            (await FormOperations.SubmitAsync(context, "/forms/budget_transfer", Transfer)).Success();
        }

        Assert.Equal(1612.56m, await world.BalanceAsync(3));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_was_refused_is_not_stored_by_the_next_save_either(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var context = world.Database.CreateContext();
        Assert.IsType<Outcome<int>.Refused>(await WriteAndRefuseAsync(context));
        (await FormOperations.SubmitAsync(context, "/forms/budget_transfer", Transfer)).Success();
        await context.SaveChangesAsync();
        Assert.False(await world.ReadAsync(c => c.Budgets.AnyAsync(b => b.Name == "Refused")));
    }

    [Theory]
    [OnBothEngines]
    public async Task Unsaved_changes_of_the_caller_are_neither_saved_nor_lost(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var context = world.Database.CreateContext();
        context.Budgets.Add(new Budget { Name = "Half done" });
        (await FormOperations.SubmitAsync(context, "/forms/budget_transfer", Transfer)).Success();
        Assert.True(context.ChangeTracker.HasChanges());
        Assert.False(await world.ReadAsync(c => c.Budgets.AnyAsync(b => b.Name == "Half done")));
    }

    [Theory]
    [OnBothEngines]
    public async Task One_row_can_be_saved_twice_through_one_context(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var context = world.Database.CreateContext();
        _ = await context.Budgets.SingleAsync(b => b.Id == 3);
        var id = (await FormOperations.SubmitAsync(context, "/forms/transaction", EverydayWorld.Transaction((3, 17.56m), (4, 1m)))).SavedId();
        foreach (var amount in new[] { 100m, 200m })
        {
            var edit = EverydayWorld.Transaction((3, amount));
            edit["id"] = id;
            Assert.Equal(id, (await FormOperations.SubmitAsync(context, "/forms/transaction", edit)).SavedId());
        }

        Assert.Equal((1417.56m, 9482.29m), (await world.BalanceAsync(3), await world.BalanceAsync(4)));
        Assert.Equal(new() { [3] = 200m }, await world.SplitsAsync(id));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_writer_that_waits_for_another_sees_what_that_one_saved(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var first = world.Database.CreateContext();
        await using var transaction = await first.Database.BeginTransactionAsync();
        await first.Budgets.Where(b => b.Id == 3).ExecuteUpdateAsync(set => set.SetProperty(b => b.CurrentBalance, 1600m));
        var second = Task.Run(() => world.SubmitAsync("/forms/transaction", EverydayWorld.Transaction((3, 100m))));
        await Task.Delay(300);
        Assert.False(second.IsCompleted);
        await transaction.CommitAsync();
        Assert.IsType<FormAnswer.Saved>(await second);
        Assert.Equal(1500m, await world.BalanceAsync(3));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_form_with_mistakes_is_checked_in_whole_without_a_transaction(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var begun = new BegunTransactions();
        await using var context = world.Database.CreateContext(options => options.AddInterceptors(begun));
        var form = EverydayWorld.Transaction((99, 5m));
        form["description"] = " ";
        var refused = Assert.IsType<FormAnswer.Refused>(await FormOperations.SubmitAsync(context, "/forms/transaction", form));
        Assert.Equal(["Description cannot be empty"], refused.Errors["description"]);
        Assert.Equal(["Budget ID 99 is invalid."], refused.Errors["budgets"]);
        Assert.Equal(0, begun.Count);
        (await FormOperations.SubmitAsync(context, "/forms/transaction", EverydayWorld.Transaction((3, 5m)))).SavedId();
        Assert.Equal(1, begun.Count);
    }

    [Fact]
    public async Task A_check_that_saves_is_a_fault()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var context = world.Database.CreateContext();
        await Assert.ThrowsAsync<InvalidOperationException>(() => AtomicSave.ReadAsync(
            context,
            async (save, token) =>
            {
                save.Database.Budgets.Add(new Budget { Name = "Checked" });
                return await save.Database.SaveChangesAsync(token);
            },
            default));
        Assert.False(await context.Budgets.AnyAsync(b => b.Name == "Checked"));
    }

    private static Task<Outcome<int>> WriteAndRefuseAsync(BudgetDbContext context) => AtomicSave.RunAsync<Outcome<int>>(
        context,
        "Test",
        async (save, token) =>
        {
            save.Database.Budgets.Add(new Budget { Name = "Refused" });
            await save.Database.SaveChangesAsync(token);
            return new Outcome<int>.Refused(new Problem(null, ProblemCode.Busy, "Thought better of it"));
        },
        duplicate: null,
        default);

    /// <summary>A transaction that has read and locks nothing: on SQLite one that writes would keep all others waiting.</summary>
    private static async Task<DbTransaction> BeginReadingAsync(BudgetDbContext context)
    {
        await context.Database.OpenConnectionAsync();
        var connection = context.Database.GetDbConnection();
        var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : await connection.BeginTransactionAsync();
        await context.Database.UseTransactionAsync(transaction);
        Assert.NotEqual(0, await context.Budgets.CountAsync());
        return transaction;
    }

    /// <summary>Fails the first statement that names a table, as a power cut would.</summary>
    private sealed class FailingStatements(string table) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            command.CommandText.Contains(table, StringComparison.Ordinal) ? throw new IOException("power cut") : new(result);
    }
}
