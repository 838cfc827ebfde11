using System.Globalization;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Notifications;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Transactions;
using Microsoft.Extensions.Time.Testing;

namespace BiweeklyBudget.Core.Tests.Money;

/// <summary>Amounts up to 99,999,999,999,999.9999 are saved and added up to the last digit, on both engines. Nine of them are more than 64 bits of ten-thousandths hold.</summary>
public sealed class GreatestAmountsTests
{
    private const int Count = 20;

    private static readonly TransactionChange House = new()
    {
        Date = new DateOnly(2017, 7, 10),
        Amount = StorableAmount.Largest,
        Description = "House",
        AccountId = 1,
        SalesTax = StorableAmount.Largest,
        Splits = [new Split(1, StorableAmount.Largest)],
    };

    [Theory]
    [OnBothEngines]
    public async Task Twenty_of_the_greatest_are_added_up_wherever_sums_are_shown(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = Book(world);
        for (var i = 0; i < Count; i++)
        {
            (await book.Transactions.SaveAsync(House with { Description = string.Create(CultureInfo.InvariantCulture, $"House {i}") })).ValueOrThrow();
        }

        const decimal sum = Count * StorableAmount.Largest;
        Assert.Equal(sum, (await book.Accounts.ListActiveAsync()).Single(account => account.Id == 1).Unreconciled);
        Assert.Equal(sum, (await book.Notifications.ListAsync()).Single(note => note.Topic == NotificationTopic.Funds).Funds!.Unreconciled);
        Assert.Equal(sum, (await book.Budgets.SpendingByMonthAsync()).Spans.Single().Amounts["Food"]);
        Assert.Equal(sum, (await book.Budgets.SpendingByPayPeriodAsync()).Spans.Single().Amounts["Food"]);
        var period = Assert.Single(await book.PayPeriods.ForecastAsync([book.Calendar.Containing(House.Date)]));
        Assert.Equal(sum, period.Totals.Spent);
        Assert.All(period.Entries.Where(entry => entry.Description.StartsWith("House", StringComparison.Ordinal)), entry => Assert.Equal(StorableAmount.Largest, entry.Amount));
    }

    [Theory]
    [OnBothEngines]
    public async Task Lists_sort_by_amounts_of_every_size(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = Book(world);
        decimal[] amounts = [5m, -StorableAmount.Largest, StorableAmount.Largest, 0.0001m, -0.0001m, StorableAmount.Largest - 0.0001m];
        foreach (var amount in amounts)
        {
            (await book.Transactions.SaveAsync(House with { Amount = amount, Splits = [new Split(1, amount)] })).ValueOrThrow();
        }

        var page = await book.Transactions.ListAsync(new TableQuery { Order = [new SortedColumn("amount", IsDescending: true)], Take = 10 });
        Assert.Equal(amounts.OrderDescending(), page.Rows.Select(row => row.Amount));
        Assert.Equal(amounts.OrderDescending(), (await book.Transactions.ListAsync(new TableQuery { Order = [new SortedColumn("amount", IsDescending: true)] })).Rows.Select(row => row.Amount));
    }

    [Theory]
    [OnBothEngines]
    public async Task Splits_that_pass_64_bits_on_the_way_come_to_their_sum(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await world.ChangeAsync(context =>
        {
            var transaction = new Transaction { Date = House.Date, Description = "Up and down", AccountId = 2 };
            foreach (var amount in Enumerable.Repeat(StorableAmount.Largest, 12).Concat(Enumerable.Repeat(-StorableAmount.Largest, 12)).Append(0.0001m))
            {
                transaction.Splits.Add(new TransactionSplit { BudgetId = 1, Amount = amount });
            }

            context.Transactions.Add(transaction);
            return Task.CompletedTask;
        });
        await using var book = Book(world);
        Assert.Equal(0.0001m, Assert.Single((await book.Transactions.ListAsync(new TableQuery { Take = 10 })).Rows).Amount);
        Assert.Equal(0.0001m, (await book.Accounts.ListActiveAsync()).Single(account => account.Id == 2).Unreconciled);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_standing_balance_reaches_the_greatest_amount_and_not_beyond(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = Book(world);
        var holiday = (await book.Budgets.FindAsync(3))!;
        (await book.Budgets.SaveAsync(holiday.ToChange() with { CurrentBalance = StorableAmount.Largest, CurrentBalanceWas = null })).ValueOrThrow();
        Assert.Equal(StorableAmount.Largest, await world.BalanceAsync(3));
        var refused = Assert.IsType<Outcome<int>.Invalid>(await book.Transactions.SaveAsync(House with { Amount = -0.0001m, Splits = [new Split(3, -0.0001m)] }));
        Assert.Equal("The balance of budget Holiday would be out of range. Amounts must lie between -99,999,999,999,999.9999 and 99,999,999,999,999.9999.", Assert.Single(refused.Problems).Message);
        (await book.Transactions.SaveAsync(House with { Splits = [new Split(3, StorableAmount.Largest)] })).ValueOrThrow();
        Assert.Equal(0m, await world.BalanceAsync(3));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_budget_beyond_the_range_is_refused_with_the_range(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = Book(world);
        var change = new BudgetChange { Name = "Palace", Kind = BudgetKind.Periodic, StartingBalance = StorableAmount.Largest + 0.0001m };
        Assert.Equal(StorableAmount.RangeMessage, Assert.Single(Assert.IsType<Outcome<int>.Invalid>(await book.Budgets.SaveAsync(change)).Problems).Message);
        var id = (await book.Budgets.SaveAsync(change with { StartingBalance = StorableAmount.Largest })).ValueOrThrow();
        Assert.Equal(StorableAmount.Largest, (await book.Budgets.FindAsync(id))!.StartingBalance);
    }

    /// <summary>A book that reconciles since the beginning of the year.</summary>
    private static BudgetBook Book(EverydayWorld world)
    {
        var settings = new BudgetSettings { ConnectionString = "sqlite:///none.db", PayPeriodStartDate = new DateOnly(2017, 7, 21), ReconcileBeginDate = new DateOnly(2017, 1, 1) };
        return new BudgetBook(new BookSession(world.Database.CreateContext(), () => settings, new FakeTimeProvider(FormOperations.Now), _ => settings));
    }
}
