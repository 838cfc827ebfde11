using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Api;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Forms;

/// <summary>Many writers at once lose nothing (spec/domain.md D 5).</summary>
public sealed class ParallelWritersTests
{
    private const int Writers = 16;
    private const int Rounds = 12;

    [Theory]
    [OnBothEngines]
    public async Task Sixteen_writers_end_with_the_balances_that_the_splits_give(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var shared = (await world.SubmitAsync("/forms/transaction", EverydayWorld.Transaction((3, 1m), (4, 1m)))).SavedId();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(world, writer, shared))));

        var splits = await world.ReadAsync(context => context.TransactionSplits.ToListAsync());
        foreach (var (budget, start) in new[] { (3, 1617.56m), (4, 9482.29m), (6, 0m) })
        {
            Assert.Equal(start - splits.Where(s => s.BudgetId == budget).Sum(s => s.Amount), await world.BalanceAsync(budget));
        }

        // One new transaction a round, and two of a transfer; edits of the shared one add none.
        Assert.Equal(1 + (Writers * Rounds * 3), await world.ReadAsync(context => context.Transactions.CountAsync()));
        Assert.Equal(2, splits.Count(s => s.TransactionId == shared));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_name_taken_by_several_at_once_is_given_to_one(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var results = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() =>
            world.SubmitAsync("/forms/budget", new FormValues { ["name"] = "Gifts", ["is_periodic"] = true, ["starting_balance"] = 5 }))));
        Assert.Single(results.OfType<FormAnswer.Saved>());
        Assert.All(results.OfType<FormAnswer.Refused>(), refused => Assert.Equal(("name", "Name must be unique"), refused.OnlyError()));
        Assert.Equal(Writers - 1, results.OfType<FormAnswer.Refused>().Count());
    }

    [Theory]
    [OnBothEngines]
    public async Task A_conversion_sent_several_times_at_once_is_done_once(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var results = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() =>
            world.SubmitAsync("/forms/sched_to_trans", new FormValues { ["id"] = 2, ["date"] = "2017-07-25", ["amount"] = "-7", ["description"] = "Refund" }))));
        Assert.Single(results.OfType<FormAnswer.Saved>());
        Assert.Equal(1624.56m, await world.BalanceAsync(3));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_skip_sent_several_times_at_once_skips_what_is_open_and_no_more(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        foreach (var (scheduled, open) in new[] { (1, 1), (2, 2) })
        {
            // The first one occurs once in this period, on the 4th; the second one twice.
            var results = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() =>
                world.SubmitAsync("/forms/skip_sched_trans", new FormValues { ["id"] = scheduled, ["payperiod_start_date"] = "2017-08-04", ["notes"] = "not now" }))));
            Assert.Equal(open, results.OfType<FormAnswer.Saved>().Count());
            Assert.Equal(Writers - open, results.OfType<FormAnswer.Failed>().Count());
            Assert.Equal(open, await world.ReadAsync(context => context.Transactions.CountAsync(t => t.ScheduledTransactionId == scheduled)));
        }

        Assert.Equal(3, await world.ReadAsync(context => context.Reconciliations.CountAsync()));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_plaid_account_wanted_by_several_accounts_at_once_goes_to_one(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var results = await Task.WhenAll(Enumerable.Range(1, 4).Select(account => Task.Run(() =>
            world.SubmitAsync("/forms/account", new FormValues { ["id"] = account, ["name"] = $"Renamed {account}", ["acct_type"] = "Bank", ["plaid_account"] = "Item,One" }))));
        Assert.Single(results.OfType<FormAnswer.Saved>());
        Assert.Equal(1, await world.ReadAsync(context => context.Accounts.CountAsync(a => a.PlaidAccountId == "One")));
    }

    private static async Task WriteAsync(EverydayWorld world, int writer, int shared)
    {
        for (var round = 1; round <= Rounds; round++)
        {
            var amount = writer + (round / 100m) + 0.0001m;
            (await world.SubmitAsync("/forms/transaction", EverydayWorld.Transaction((4, amount), (3, 2m), (6, 0.01m)))).SavedId();

            // Opposite orders of the same two budgets.
            var (from, to) = writer % 2 == 0 ? (3, 4) : (4, 3);
            (await world.SubmitAsync("/forms/budget_transfer", new FormValues
            {
                ["date"] = "2017-07-28",
                ["amount"] = amount,
                ["account"] = 1,
                ["from_budget"] = from,
                ["to_budget"] = to,
            })).SavedId();
            var edit = EverydayWorld.Transaction((from, amount), (round % 2 == 0 ? 6 : 1, 3m));
            edit["id"] = shared;
            (await world.SubmitAsync("/forms/transaction", edit)).SavedId();
        }
    }
}
