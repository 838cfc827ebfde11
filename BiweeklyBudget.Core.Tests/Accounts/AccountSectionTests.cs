using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Accounts;

public sealed class AccountSectionTests
{
    private static readonly DateTime Now = FormOperations.Now.UtcDateTime;

    [Theory]
    [OnBothEngines]
    public async Task All_accounts_are_listed_by_name_and_those_that_money_can_move_between_are_known(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await world.ChangeAsync(context => context.AddAsync(new Account { Id = 5, Name = "banknotes" }).AsTask());
        await using var book = world.OpenBook();
        var accounts = await book.Accounts.ListAsync();
        Assert.Equal([("banknotes", true, false), ("Card", true, false), ("Checking", true, true), ("Closed", false, true), ("Savings", true, true)], accounts.Select(a => (a.Name, a.IsActive == true, a.IsTransferable)));
        Assert.Equal(accounts.Single(a => a.Id == 3), await book.Accounts.FindAsync(3));
        Assert.Null(await book.Accounts.FindAsync(99));
    }

    [Theory]
    [OnBothEngines]
    public async Task Figures_begin_where_reconciling_does_and_end_today(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await world.ChangeAsync(context =>
        {
            context.AddRange(
                Spent(FormOperations.Anchor.AddDays(-1), 1m),
                Spent(FormOperations.Anchor, 20m),
                Spent(DateOnly.FromDateTime(Now), 300m),
                Spent(DateOnly.FromDateTime(Now).AddDays(1), 4000m));
            context.AddRange(
                new Statement { AccountId = 1, FileName = "a", AsOf = Now.AddDays(-2).AddSeconds(-1) },
                new Statement { AccountId = 2, FileName = "b", AsOf = Now.AddDays(-2) },
                new AccountBalance { AccountId = 1, Ledger = 1000m, LedgerDate = Now, OverallDate = Now },
                new AccountBalance { AccountId = 1, Ledger = 77m, LedgerDate = Now.AddDays(-1), OverallDate = Now.AddDays(-1) });
            return Task.CompletedTask;
        });
        await using var book = world.OpenBook();
        var accounts = await book.Accounts.ListActiveAsync();
        Assert.Equal(["Card", "Checking", "Savings"], accounts.Select(a => a.Name));
        Assert.Equal((1000m, 320m, 680m, true), (accounts[1].Ledger, accounts[1].Unreconciled, accounts[1].Difference, accounts[1].IsStale));
        Assert.False(accounts[2].IsStale);
        Assert.Equal([77m, 1000m], (await book.Accounts.BalanceHistoryAsync()).Days.Select(day => day.Ledgers[1]));
    }

    [Theory]
    [OnBothEngines]
    public async Task Accounts_at_Plaid_come_with_the_names_to_choose_by(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await world.ChangeAsync(async context =>
        {
            (await context.PlaidItems.SingleAsync()).InstitutionName = "Bank";
            var two = await context.PlaidAccounts.SingleAsync(a => a.AccountId == "Two");
            (two.Name, two.Mask) = ("checking", "4711");
            context.Add(new PlaidItem { ItemId = "Another", InstitutionName = "a union", LastUpdated = Now });
            context.Add(new PlaidAccount { ItemId = "Another", AccountId = "One", Name = "Z" });
        });
        await using var book = world.OpenBook();
        Assert.Equal(
            [new(new("Another", "One"), "a union", "Z", null), new(new("Item", "One"), "Bank", null, null), new PlaidAccountName(new PlaidAccountKey("Item", "Two"), "Bank", "checking", "4711")],
            await book.Accounts.ListPlaidAccountsAsync());
    }

    private static Transaction Spent(DateOnly date, decimal amount)
    {
        var transaction = new Transaction { Date = date, AccountId = 1, Description = "Spent", BudgetedAmount = amount };
        transaction.Splits.Add(new TransactionSplit { BudgetId = 1, Amount = amount });
        return transaction;
    }
}
