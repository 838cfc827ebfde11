using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Changes;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Tests.Statements.Ofx;

namespace BiweeklyBudget.Core.Tests.Accounts;

/// <summary>What an account holds is said by hand, and counts as a statement's balance does.</summary>
public sealed class SaveBalanceTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FormOperations.Now.UtcDateTime);

    [Theory]
    [OnBothEngines]
    public async Task The_latest_day_is_current_whoever_said_it(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        (await book.Statements.ImportAsync(EveryOperation.Upload(OfxText.Checking(OfxText.Transaction("A")), "a.ofx"))).ValueOrThrow();
        var imported = Assert.Single(await book.Accounts.ListBalancesAsync(1));
        Assert.Equal("a.ofx", imported.FileName);

        var today = (await book.Accounts.SaveBalanceAsync(new BalanceChange { AccountId = 1, Amount = 12.34m, Day = Today })).ValueOrThrow();
        (await book.Accounts.SaveBalanceAsync(new BalanceChange { AccountId = 1, Amount = 99m, Day = Today.AddDays(-60) })).ValueOrThrow();
        var balances = await book.Accounts.ListBalancesAsync(1);
        Assert.Equal((today, 12.34m, null), (balances[0].Id, balances[0].Amount, balances[0].FileName));
        Assert.Equal([12.34m, imported.Amount, 99m], balances.Select(balance => balance.Amount));
        Assert.Equal([12.34m], (await book.Accounts.ListBalancesAsync(1, 1)).Select(balance => balance.Amount));
        Assert.Equal(12.34m, (await book.Accounts.ListActiveAsync()).Single(account => account.Id == 1).Ledger);
        Assert.Empty(await book.Accounts.ListBalancesAsync(99));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        var change = new BalanceChange { AccountId = 1, Amount = 1m, Day = Today };
        Assert.Equal(["The day cannot be in the future"], (await book.Accounts.CheckAsync(change with { Day = Today.AddDays(1) })).Select(problem => problem.Message));
        Assert.Equal([ProblemCode.OutOfRange], (await book.Accounts.CheckAsync(change with { Amount = 0.00001m })).Select(problem => problem.Code));
        Assert.Equal(ProblemCode.NotFound, Assert.IsType<Outcome<int>.Refused>(await book.Accounts.SaveBalanceAsync(change with { AccountId = 99 })).Reason.Code);
        Assert.Empty(await book.Accounts.ListBalancesAsync(1));
    }
}
