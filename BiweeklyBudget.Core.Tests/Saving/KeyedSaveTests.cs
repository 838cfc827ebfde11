using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Saving;

/// <summary>A save with a key is done once, and is answered alike whenever it is asked for (docs/adr/0017).</summary>
public sealed class KeyedSaveTests
{
    private static readonly TransactionChange Purchase = new() { Date = FormOperations.Anchor, Amount = 12.34m, Description = "Once", AccountId = 1, Splits = [new Split(3, 12.34m)] };

    [Theory]
    [OnBothEngines]
    public async Task What_was_saved_is_told_again_and_not_saved_again(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var first = (await SaveAsync(world, "key")).ValueOrThrow();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(first, (await SaveAsync(world, "key")).ValueOrThrow());
        }

        Assert.Equal(1617.56m - 12.34m, await world.BalanceAsync(3));
        Assert.NotEqual(first, (await SaveAsync(world, "another key")).ValueOrThrow());
        Assert.Equal(1617.56m - 24.68m, await world.BalanceAsync(3));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_repeated_save_sends_one_statement(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await SaveAsync(world, "key");
        var counter = new StatementCounter();
        await using var book = FormOperations.Book(world.Database.CreateContext(counter.Attach));

        Assert.True(await book.UseKeyAsync(new RequestKey("key", "a purchase")));
        Assert.Equal(1, await counter.CountAsync(() => book.UseKeyAsync(new RequestKey("key", "a purchase"))));
        Assert.Equal(0, await counter.CountAsync(() => book.Transactions.SaveAsync(Purchase)));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_key_costs_a_save_two_statements(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var counter = new StatementCounter();
        async Task<int> CountAsync(string? key) => await counter.CountAsync(async () =>
        {
            await using var book = FormOperations.Book(world.Database.CreateContext(counter.Attach));
            if (key is not null)
            {
                await book.UseKeyAsync(new RequestKey(key, "a purchase"));
            }

            Assert.True((await book.Transactions.SaveAsync(Purchase)).IsSaved);
        });

        var key = Enumerable.Range(0, 100).Select(i => $"key {i}").First(k => !new RequestKey(k, "").KeyHash.StartsWith('0'));
        Assert.Equal(await CountAsync(key: null) + 2, await CountAsync(key));
    }

    [Theory]
    [OnBothEngines]
    public async Task Sixteen_at_once_are_saved_once(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => SaveAsync(world, "key"))));

        Assert.Single(outcomes.Select(outcome => outcome.ValueOrThrow()).Distinct());
        Assert.Equal(1617.56m - 12.34m, await world.BalanceAsync(3));
    }

    [Theory]
    [OnBothEngines]
    public async Task One_who_comes_while_the_first_is_committing_waits_and_gets_the_same(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var first = world.Database.CreateContext();
        await using var transaction = await first.Database.BeginTransactionAsync();
        Assert.True(await first.TryAddReplyAsync(Reply("key", """{"Value":77,"Warnings":["Early"]}"""), CancellationToken.None));
        var second = Task.Run(() => SaveAsync(world, "key"));
        await Task.Delay(300);
        Assert.False(second.IsCompleted);

        await transaction.CommitAsync();
        var saved = Assert.IsType<Outcome<int>.Saved>(await second);
        Assert.Equal((77, "Early"), (saved.Value, Assert.Single(saved.Warnings)));
        Assert.Equal(0, await world.ReadAsync(context => context.Transactions.CountAsync()));
    }

    [Theory]
    [OnBothEngines]
    public async Task One_who_comes_while_the_first_is_giving_up_saves(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var first = world.Database.CreateContext();
        await using var transaction = await first.Database.BeginTransactionAsync();
        await first.TryAddReplyAsync(Reply("key", "{}"), CancellationToken.None);
        var second = Task.Run(() => SaveAsync(world, "key"));
        await Task.Delay(300);
        await transaction.RollbackAsync();

        Assert.Equal(1, Assert.IsType<Outcome<int>.Saved>(await second).Value);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_key_that_stands_for_something_else_is_refused(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await SaveAsync(world, "key");
        await using var book = world.OpenBook();

        await Assert.ThrowsAsync<RequestKeyReusedException>(() => book.UseKeyAsync(new RequestKey("key", "something else")));
        await Assert.ThrowsAsync<RequestKeyReusedException>(() => book.UseKeyAsync(new RequestKey("key", "")));
        Assert.False(await book.UseKeyAsync(new RequestKey("KEY", "something else")));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_was_not_saved_takes_no_key(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        Assert.False((await SaveAsync(world, "key", Purchase with { AccountId = 99 })).IsSaved);
        Assert.False((await SaveAsync(world, "key", Purchase with { Description = " " })).IsSaved);
        Assert.Equal(0, await world.ReadAsync(context => context.StoredReplies.CountAsync()));

        Assert.IsType<Outcome<int>.Saved>(await SaveAsync(world, "key"));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_is_in_the_way_of_a_repeated_save_is_what_it_saved_itself(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var change = new BudgetChange { Name = "Once", Kind = BudgetKind.Periodic, StartingBalance = 1m };
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var book = world.OpenBook();
            await book.UseKeyAsync(new RequestKey("key", "a budget"));
            return await book.Budgets.SaveAsync(change);
        })));

        Assert.Single(outcomes.Select(outcome => outcome.ValueOrThrow()).Distinct());
    }

    [Fact]
    public async Task A_key_is_for_one_save()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        await book.UseKeyAsync(new RequestKey("key", ""));
        await book.Transactions.SaveAsync(Purchase);

        await Assert.ThrowsAsync<InvalidOperationException>(() => book.Transactions.SaveAsync(Purchase));
        await book.UseKeyAsync(new RequestKey("next", ""));
        Assert.IsType<Outcome<int>.Saved>(await book.Transactions.SaveAsync(Purchase));
    }

    [Fact]
    public async Task A_book_from_the_pool_has_no_key_of_another()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        var engine = await BudgetEngine.OpenAsync(database.Url);
        for (var i = 0; i < 20; i++)
        {
            await using var book = engine.OpenBook();
            if (i % 2 == 0)
            {
                await book.UseKeyAsync(new RequestKey($"key {i}", ""));
            }

            Assert.True((await book.Budgets.SaveAsync(new BudgetChange { Name = $"Budget {i}", Kind = BudgetKind.Periodic, StartingBalance = 1m })).IsSaved);
        }

        await using var context = database.CreateContext();
        Assert.Equal(10, await context.StoredReplies.CountAsync());
    }

    [Theory]
    [OnBothEngines]
    public async Task Replies_are_kept_for_a_week(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var now = FormOperations.Now.UtcDateTime;
        await world.ChangeAsync(context =>
        {
            context.StoredReplies.AddRange(new StoredReply { KeyHash = "old", At = now.AddDays(-7).AddSeconds(-1) }, new StoredReply { KeyHash = "young", At = now.AddDays(-7) });
            return Task.CompletedTask;
        });
        foreach (var key in Enumerable.Range(0, 1000).Select(i => $"key {i}").SkipWhile(k => !new RequestKey(k, "").KeyHash.StartsWith('0')).Take(1))
        {
            await SaveAsync(world, key);
        }

        Assert.Equal(["young"], await world.ReadAsync(context => context.StoredReplies.Where(r => r.KeyHash.Length < 64).Select(r => r.KeyHash).ToListAsync()));
    }

    [Fact]
    public async Task An_outcome_that_cannot_be_read_any_more_is_called_unknown()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await world.ChangeAsync(context =>
        {
            context.StoredReplies.Add(Reply("key", "[]"));
            return Task.CompletedTask;
        });

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => SaveAsync(world, "key"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("ä")]
    public void A_key_is_printable(string value) => Assert.Throws<ArgumentException>(() => new RequestKey(value, ""));

    [Fact]
    public void A_keys_text_is_not_told() => Assert.DoesNotContain("secret", new RequestKey("secret", "secret").ToString(), StringComparison.Ordinal);

    private static StoredReply Reply(string key, string outcome) => new() { KeyHash = new RequestKey(key, "").KeyHash, RequestHash = new RequestKey(key, "a purchase").RequestHash, At = FormOperations.Now.UtcDateTime, Outcome = outcome };

    private static Task<Outcome<int>> SaveAsync(EverydayWorld world, string key) => SaveAsync(world, key, Purchase);

    private static async Task<Outcome<int>> SaveAsync(EverydayWorld world, string key, TransactionChange change)
    {
        await using var book = world.OpenBook();
        await book.UseKeyAsync(new RequestKey(key, "a purchase"));
        return await book.Transactions.SaveAsync(change);
    }
}
