using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Tests.Transactions;

/// <summary>Money moves between 1900 and 2200; rows of upstream's data that have another date may keep it.</summary>
public sealed class TransactionDateTests
{
    private static readonly DateOnly LongAgo = new(1000, 1, 1);

    [Theory]
    [OnBothEngines]
    public async Task A_stored_date_out_of_range_stays_while_something_else_is_edited(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await world.ChangeAsync(context =>
        {
            context.Transactions.Add(new Transaction { Id = 1, Date = LongAgo, Description = "A slip", AccountId = 1, Splits = { new() { BudgetId = 1, Amount = 5m } } });
            context.ScheduledTransactions.Add(new ScheduledTransaction { Id = 9, Date = LongAgo, Description = "A slip", Amount = 5m, AccountId = 1, BudgetId = 1 });
            return Task.CompletedTask;
        });
        await using var book = world.OpenBook();
        var transaction = (await book.Transactions.FindAsync(1))!.ToChange();
        (await book.Transactions.SaveAsync(transaction with { Description = "Renamed" })).ValueOrThrow();
        AssertOutOfRange(nameof(transaction.Date), await book.Transactions.SaveAsync(transaction with { Date = LongAgo.AddDays(1) }));
        AssertOutOfRange(nameof(transaction.Date), await book.Transactions.SaveAsync(transaction with { Id = null }));

        var scheduled = (await book.Scheduled.FindAsync(9))!.ToChange();
        (await book.Scheduled.SaveAsync(scheduled with { Description = "Renamed" })).ValueOrThrow();
        AssertOutOfRange("Schedule.Date", await book.Scheduled.SaveAsync(scheduled with { Schedule = new Schedule(Date: LongAgo.AddDays(1)) }));
        AssertOutOfRange("Schedule.Date", await book.Scheduled.SaveAsync(scheduled with { Id = null }));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_conversion_and_a_skip_out_of_range_are_refused(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var conversion = new Conversion { ScheduledId = 1, Date = new DateOnly(2201, 1, 4), Amount = 222.22m, Description = "Rent" };
        AssertOutOfRange(nameof(conversion.Date), await book.Scheduled.ConvertAsync(conversion));
        AssertOutOfRange(nameof(Skip.PeriodDay), await book.Scheduled.SkipAsync(new Skip { ScheduledId = 1, PeriodDay = DateOnly.MaxValue, Notes = "n" }));
        (await book.Scheduled.ConvertAsync(conversion with { Date = StorableDate.Last })).ValueOrThrow();
    }

    private static void AssertOutOfRange(string property, Outcome<int> outcome) =>
        Assert.Equal([new Problem(property, ProblemCode.OutOfRange, "Dates must lie between 1900-01-01 and 2200-12-31")], Assert.IsType<Outcome<int>.Invalid>(outcome).Problems);
}
