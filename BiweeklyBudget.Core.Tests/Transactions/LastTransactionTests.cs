using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Core.Transfers;

namespace BiweeklyBudget.Core.Tests.Transactions;

/// <summary>What was entered last under a description is a pattern for the next one.</summary>
public sealed class LastTransactionTests
{
    [Theory]
    [OnBothEngines]
    public async Task The_latest_of_the_description_is_found_with_its_shares(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        await SaveAsync(book, "Market", day: 20, new Split(1, 5m), new Split(2, 7m));
        await SaveAsync(book, "Market", day: 10, new Split(1, 1m));
        await SaveAsync(book, "Market hall", day: 25, new Split(1, 2m));
        await SaveAsync(book, "100%", day: 25, new Split(1, 3m));
        await book.Transfers.SaveAsync(new BudgetTransfer { Date = new DateOnly(2017, 7, 28), Amount = 1m, FromBudgetId = 3, ToBudgetId = 4 });

        var last = await book.Transactions.FindLastAsync(" mARKET ");
        Assert.Equal((new DateOnly(2017, 7, 20), 12m, 1), (last!.Date!.Value, last.Amount, last.AccountId!.Value));
        Assert.Equal([(2, 7m), (1, 5m)], last.Splits.Select(split => (split.BudgetId, split.Amount)));
        Assert.Equal(3m, (await book.Transactions.FindLastAsync("100%"))!.Amount);
        foreach (var unknown in new[] { "Mark", "M_rket", "100", "%", "", "Budget Transfer - 1 from Holiday (3) to Repairs (4)" })
            Assert.Null(await book.Transactions.FindLastAsync(unknown));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_is_planned_is_found_until_it_is_made(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var query = new PlannedQuery(new DateOnly(2017, 8, 5), 1, "Rent of August", 222.22m);
        var found = Assert.Single(await book.PayPeriods.FindPlannedAsync(query));
        Assert.Equal((1, new DateOnly(2017, 8, 4)), (found.Id, found.Date!.Value));
        Assert.Empty(await book.PayPeriods.FindPlannedAsync(query with { Day = new DateOnly(2017, 8, 1) }));
        Assert.Empty(await book.PayPeriods.FindPlannedAsync(query with { AccountId = 2 }));

        await book.Scheduled.ConvertAsync(new() { ScheduledId = 1, Date = new DateOnly(2017, 8, 5), Amount = 222.22m, Description = "Rent", Notes = "", SalesTax = 0m });
        Assert.Empty(await book.PayPeriods.FindPlannedAsync(query));
    }

    private static async Task SaveAsync(BudgetBook book, string description, int day, params Split[] splits) => (await book.Transactions.SaveAsync(new TransactionChange
    {
        Date = new DateOnly(2017, 7, day),
        Amount = splits.Sum(split => split.Amount),
        Description = description,
        AccountId = 1,
        Splits = splits,
    })).ValueOrThrow();
}
