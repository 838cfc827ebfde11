using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Saving;

/// <summary>
/// The connection to the server breaks between the commit of a save and its answer (docs/adr/0017). BUDGETTEST_LOST_COMMITS says how many times;
/// a few without it.
/// </summary>
public sealed class LostCommitTests
{
    private const decimal Before = 1617.56m;
    private static readonly int Times = int.TryParse(Environment.GetEnvironmentVariable("BUDGETTEST_LOST_COMMITS"), CultureInfo.InvariantCulture, out var times) ? times : 21;

    [Fact]
    public async Task With_a_key_what_is_answered_is_what_is_stored()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.MySql);
        await using var way = new CommitCutter(MariaDbServer.Shared);
        var engine = await OpenAsync(world, way);
        var answered = 0m;
        for (var i = 1; i <= Times; i++)
        {
            way.CutNext((CommitCut)(i % 3));
            var id = (await SaveAsync(engine, i, new RequestKey($"save {i}", "a transaction"))).ValueOrThrow();
            answered += Cents(i);
            Assert.Equal(i, way.Cuts);

            // Whoever asks again gets the same.
            Assert.Equal(id, (await SaveAsync(engine, i, new RequestKey($"save {i}", "a transaction"))).ValueOrThrow());
        }

        Assert.Equal((Times, answered), await StoredAsync(world));
        Assert.Equal(Before - answered, await world.BalanceAsync(3));
        Assert.Equal(Times, await world.ReadAsync(context => context.StoredReplies.CountAsync()));
    }

    [Fact]
    public async Task Many_at_once_with_keys_are_stored_once_each()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.MySql);
        await using var way = new CommitCutter(MariaDbServer.Shared);
        var engine = await OpenAsync(world, way);
        var cutting = Task.Run(async () =>
        {
            for (var i = 0; way.Cuts < Times / 2; i++)
            {
                way.CutNext((CommitCut)(i % 3));
                await Task.Delay(5);
            }
        });
        var savers = Enumerable.Range(0, 4).Select(async saver =>
        {
            var answered = 0m;
            for (var i = 1; i <= Times || !cutting.IsCompleted; i++)
            {
                // Two of them ask for the same.
                var key = new RequestKey($"{saver / 2} {i}", "a transaction");
                Assert.IsType<Outcome<int>.Saved>(await SaveAsync(engine, i, key));
                answered += Cents(i);
            }

            return answered;
        }).ToList();
        await Task.WhenAll(savers);
        await cutting;

        var stored = await StoredAsync(world);
        var keys = await world.ReadAsync(context => context.StoredReplies.CountAsync());
        Assert.Equal(keys, stored.Count);
        Assert.Equal(Before - stored.Sum, await world.BalanceAsync(3));
        Assert.Equal(Math.Max(await savers[0], await savers[1]) + Math.Max(await savers[2], await savers[3]), stored.Sum);
    }

    [Theory]
    [InlineData(CommitCut.BeforeTheServer, 0)]
    [InlineData(CommitCut.BeforeTheAnswer, 1)]
    public async Task Without_a_key_the_outcome_is_called_unknown(CommitCut where, int stored)
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.MySql);
        await using var way = new CommitCutter(MariaDbServer.Shared);
        var engine = await OpenAsync(world, way);
        way.CutNext(where);

        var unknown = await Assert.ThrowsAsync<OutcomeUnknownException>(() => SaveAsync(engine, 1, key: null));
        Assert.Equal("It is not known whether this was saved: the connection to the database broke at that moment. Look whether it is there, for example in the list of transactions, before you enter it again.", unknown.Message);
        Assert.Equal(stored, (await StoredAsync(world)).Count);
        Assert.IsType<Outcome<int>.Saved>(await SaveAsync(engine, 2, key: null));
    }

    [Theory]
    [InlineData(CommitCut.BeforeTheServer)]
    [InlineData(CommitCut.BeforeTheAnswer)]
    public async Task A_database_that_stays_away_for_a_while_is_waited_for(CommitCut where)
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.MySql);
        await using var way = new CommitCutter(MariaDbServer.Shared) { StaysCut = true };
        var engine = await OpenAsync(world, way);
        way.CutNext(where);
        var save = SaveAsync(engine, 1, new RequestKey("key", "a transaction"));
        await Task.Delay(200);
        Assert.False(save.IsCompleted);

        way.Mend();
        Assert.IsType<Outcome<int>.Saved>(await save);
        Assert.Equal((1, Cents(1)), await StoredAsync(world));
    }

    private static Task<BudgetEngine> OpenAsync(EverydayWorld world, CommitCutter way) =>
        BudgetEngine.OpenAsync(new BudgetSettings { ConnectionString = way.UrlOf(world.Database.Url), PayPeriodStartDate = FormOperations.Anchor, ReconcileBeginDate = FormOperations.Anchor });

    private static async Task<Outcome<int>> SaveAsync(BudgetEngine engine, int number, RequestKey? key)
    {
        await using var book = engine.OpenBook();
        if (key is not null)
        {
            await book.UseKeyAsync(key);
        }

        return await book.Transactions.SaveAsync(new TransactionChange { Date = FormOperations.Anchor, Amount = Cents(number), Description = "Lost", AccountId = 1, Splits = [new Split(3, Cents(number))] });
    }

    private static decimal Cents(int number) => number / 100m;

    private static Task<(int Count, decimal Sum)> StoredAsync(EverydayWorld world) => world.ReadAsync(async context =>
    {
        var amounts = await context.TransactionSplits.Select(split => split.Amount).ToListAsync();
        return (amounts.Count, amounts.Sum());
    });
}
