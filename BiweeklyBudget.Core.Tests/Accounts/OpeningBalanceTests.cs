using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Forms;

namespace BiweeklyBudget.Core.Tests.Accounts;

/// <summary>A new account with what is in it.</summary>
public sealed class OpeningBalanceTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FormOperations.Now.UtcDateTime);

    private static readonly AccountChange Wallet = new() { Name = "Wallet", Type = AccountType.Cash, OpeningBalance = 120.5m };

    [Theory]
    [OnBothEngines]
    public async Task It_is_made_with_the_account_and_taken_back_with_it(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();

        var id = (await book.Accounts.SaveAsync(Wallet with { OpeningDay = Today.AddDays(-3) })).ValueOrThrow();

        var balance = Assert.Single(await book.Accounts.ListBalancesAsync(id));
        Assert.Equal((120.5m, Today.AddDays(-3)), (balance.Amount, DateOnly.FromDateTime(balance.AsOf!.Value)));
        var shown = (await book.Accounts.ListActiveAsync()).Single(account => account.Id == id);
        Assert.Equal((120.5m, Today.AddDays(-3)), (shown.Ledger, DateOnly.FromDateTime(shown.BalanceAsOf!.Value)));

        (await book.Changes.UndoAsync((await book.Changes.ListAsync()).Rows[0].Id)).ValueOrThrow();
        Assert.Null(await book.Accounts.FindAsync(id));
        Assert.Empty(await book.Accounts.ListBalancesAsync(id));
    }

    [Theory]
    [OnBothEngines]
    public async Task Without_one_nobody_has_said_the_balance_yet(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();

        var id = (await book.Accounts.SaveAsync(Wallet with { OpeningBalance = null, OpeningDay = Today })).ValueOrThrow();

        var shown = (await book.Accounts.ListActiveAsync()).Single(account => account.Id == id);
        Assert.Equal((0m, null), (shown.Ledger, shown.BalanceAsOf));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();

        Assert.Equal(["The day cannot be in the future"], (await book.Accounts.CheckAsync(Wallet with { OpeningDay = Today.AddDays(1) })).Select(problem => problem.Message));
        Assert.Equal(["Invalid Decimal value: \"0.00001\""], (await book.Accounts.CheckAsync(Wallet with { OpeningBalance = 0.00001m })).Select(problem => problem.Message));
        var stored = (await book.Accounts.FindAsync(1))!.ToChange();
        Assert.Equal([nameof(AccountChange.OpeningBalance)], (await book.Accounts.CheckAsync(stored with { OpeningBalance = 1m })).Select(problem => problem.Property));
    }
}
