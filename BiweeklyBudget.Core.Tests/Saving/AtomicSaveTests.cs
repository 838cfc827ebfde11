using System.Data.Common;
using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
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
    public async Task An_operation_takes_part_in_a_transaction_that_its_caller_ends(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using (var context = world.Database.CreateContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            (await FormOperations.SubmitAsync(context, "/forms/budget_transfer", Transfer)).Success();
            await transaction.RollbackAsync();
        }

        Assert.Equal(1617.56m, await world.BalanceAsync(3));
    }

    [Fact]
    public async Task A_context_with_unsaved_changes_is_not_taken()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var context = world.Database.CreateContext();
        context.Budgets.Add(new Budget { Name = "Half done" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => FormOperations.SubmitAsync(context, "/forms/budget_transfer", Transfer));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_writer_that_waits_for_another_sees_what_that_one_saved(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var first = world.Database.CreateContext();
        await using var transaction = await first.Database.BeginTransactionAsync();
        (await FormOperations.SubmitAsync(first, "/forms/transaction", EverydayWorld.Transaction((3, 17.56m)))).SavedId();
        var second = Task.Run(() => world.SubmitAsync("/forms/transaction", EverydayWorld.Transaction((3, 100m))));
        await Task.Delay(300);
        Assert.False(second.IsCompleted);
        await transaction.CommitAsync();
        Assert.IsType<SaveResult.Saved>(await second);
        Assert.Equal(1500m, await world.BalanceAsync(3));
    }

    /// <summary>Fails the first statement that names a table, as a power cut would.</summary>
    private sealed class FailingStatements(string table) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            command.CommandText.Contains(table, StringComparison.Ordinal) ? throw new IOException("power cut") : new(result);
    }
}
