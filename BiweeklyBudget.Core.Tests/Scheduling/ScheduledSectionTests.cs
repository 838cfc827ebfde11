using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;

namespace BiweeklyBudget.Core.Tests.Scheduling;

/// <summary>Scheduled transactions as programs save, convert and skip them, without a form.</summary>
public sealed class ScheduledSectionTests
{
    private static readonly ScheduledChange Insurance = new()
    {
        Description = "Insurance",
        Amount = 12.5m,
        AccountId = 1,
        BudgetId = 5,
        Schedule = new Schedule(AnnualMonth: 2, AnnualDay: 29),
    };

    private static readonly Conversion Refund = new() { ScheduledId = 2, Date = new DateOnly(2017, 7, 25), Amount = -12.5m, Description = "Refund" };

    private static readonly Skip NotNow = new() { ScheduledId = 2, PeriodDay = new DateOnly(2017, 8, 1), Notes = "not now" };

    [Theory]
    [OnBothEngines]
    public async Task A_scheduled_transaction_is_added_and_read_back(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var id = (await book.Scheduled.SaveAsync(Insurance with { SalesTax = 1m, Notes = "n" })).ValueOrThrow();
        var found = (await book.Scheduled.FindAsync(id))!;
        Assert.Equal(("Insurance", 12.5m, 1m, 1, "Checking", 5, "Old", false), (found.Description, found.Amount, found.SalesTax, found.AccountId, found.AccountName, found.BudgetId, found.BudgetName, found.IsIncome));
        Assert.Equal(("n", true, Insurance.Schedule), (found.Notes, found.IsActive, found.Schedule));
        Assert.True(await book.Scheduled.ExistsAsync(id));
        Assert.False(await book.Scheduled.ExistsAsync(id + 1));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_is_read_saves_itself_unchanged_and_with_one_change_only_that(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await world.ChangeAsync(context =>
        {
            context.ScheduledTransactions.AddRange(
                new ScheduledTransaction { Id = 11, Description = " a ", Amount = 1m, SalesTax = 0.5m, AccountId = 4, BudgetId = 5, IsActive = null, Date = new DateOnly(2017, 8, 1) },
                new ScheduledTransaction { Id = 12, Description = "b", Amount = -1m, AccountId = 1, BudgetId = 1, Notes = " n ", IsActive = false, DayOfWeek = 6 },
                new ScheduledTransaction { Id = 13, Description = "c", Amount = 1m, AccountId = 1, BudgetId = 1, AnnualMonth = 2, AnnualDay = 29 });
            return Task.CompletedTask;
        });
        await using var book = world.OpenBook();
        var before = await world.ReadAsync(DatabaseSnapshot.TakeAsync);
        foreach (var id in new[] { 1, 2, 11, 12, 13 })
        {
            var found = (await book.Scheduled.FindAsync(id))!;
            Assert.Equal(id, (await book.Scheduled.SaveAsync(found.ToChange())).ValueOrThrow());
            Assert.Empty((await world.ReadAsync(DatabaseSnapshot.TakeAsync)).Since(before));
        }

        (await book.Scheduled.SaveAsync((await book.Scheduled.FindAsync(12))!.ToChange() with { Amount = 7m })).ValueOrThrow();
        var change = Assert.Single((await world.ReadAsync(DatabaseSnapshot.TakeAsync)).Since(before));
        Assert.Equal(("scheduled", "changed", "12", "amount", 7m), (change.List, change.Change, change.Key, Assert.Single(change.Row).Key, change.Row["amount"]));
    }

    [Fact]
    public async Task Of_several_parts_of_a_schedule_only_those_of_its_type_are_stored()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        var id = (await book.Scheduled.SaveAsync(Insurance with { Schedule = new Schedule(DayOfMonth: 3, DayOfWeek: 99, AnnualMonth: 70_000, AnnualDay: 1) })).ValueOrThrow();
        Assert.Equal(new Schedule(DayOfMonth: 3), (await book.Scheduled.FindAsync(id))!.Schedule);
    }

    [Fact]
    public async Task Each_rule_names_the_property_that_breaks_it()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        await BreaksAsync(Insurance with { Description = " " }, nameof(Insurance.Description), ProblemCode.Missing);
        await BreaksAsync(Insurance with { Amount = 0m }, nameof(Insurance.Amount), ProblemCode.OutOfRange);
        await BreaksAsync(Insurance with { SalesTax = 100_000_000_000_000m }, nameof(Insurance.SalesTax), ProblemCode.OutOfRange);
        await BreaksAsync(Insurance with { Notes = new string('x', 255) }, nameof(Insurance.Notes), ProblemCode.TooLong);
        await BreaksAsync(Insurance with { Schedule = default }, nameof(Insurance.Schedule), ProblemCode.Missing);
        await BreaksAsync(Insurance with { Schedule = new Schedule(DayOfMonth: 29) }, "Schedule.DayOfMonth", ProblemCode.OutOfRange);
        await BreaksAsync(Insurance with { Schedule = new Schedule(NumberPerPeriod: 40_000) }, "Schedule.NumberPerPeriod", ProblemCode.OutOfRange);
        await BreaksAsync(Insurance with { Schedule = new Schedule(DayOfWeek: 7) }, "Schedule.DayOfWeek", ProblemCode.OutOfRange);
        await BreaksAsync(Insurance with { Schedule = new Schedule(AnnualMonth: 13, AnnualDay: 1) }, "Schedule.AnnualMonth", ProblemCode.OutOfRange);
        await BreaksAsync(Insurance with { Schedule = new Schedule(AnnualMonth: 4, AnnualDay: 31) }, "Schedule.AnnualDay", ProblemCode.OutOfRange);
        await BreaksAsync(Insurance with { Schedule = new Schedule(AnnualMonth: 4) }, "Schedule.AnnualDay", ProblemCode.OutOfRange);
        await BreaksAsync(Insurance with { Schedule = new Schedule(Date: new DateOnly(1, 1, 1)) }, "Schedule.Date", ProblemCode.OutOfRange);
        Assert.Equal("Error: no ScheduledTransaction with ID 99", Refusal(await book.Scheduled.SaveAsync(Insurance with { Id = 99 })));
        Assert.Equal("Error: no Account with ID 99", Refusal(await book.Scheduled.SaveAsync(Insurance with { AccountId = 99 })));
        Assert.Equal("Error: no Budget with ID 99", Refusal(await book.Scheduled.SaveAsync(Insurance with { BudgetId = 99 })));

        async Task BreaksAsync(ScheduledChange change, string property, ProblemCode code) => Assert.Equal([(property, code)], Problems(await book.Scheduled.SaveAsync(change)));
    }

    [Fact]
    public async Task A_check_tells_all_that_is_wrong_and_nothing_of_what_is_not_known_yet()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        var change = Insurance with { Description = "", AccountId = 99, Schedule = new Schedule(AnnualMonth: 4, AnnualDay: 31) };
        Assert.Equal([nameof(change.Description), "Schedule.AnnualDay", null], await PropertiesAsync());
        Assert.Equal([nameof(change.Description)], await PropertiesAsync("Schedule.AnnualMonth", nameof(change.AccountId)));
        Assert.Equal(["Schedule.AnnualDay", null], await PropertiesAsync(nameof(change.Description)));
        Assert.Equal([nameof(change.Description), null], await PropertiesAsync(nameof(change.Schedule)));
        Assert.Empty(await book.Scheduled.CheckAsync(Insurance));
        Assert.Equal(2, (await book.Scheduled.ListAsync(new Tables.TableQuery())).Total);

        async Task<IEnumerable<string?>> PropertiesAsync(params string[] unknown) =>
            (await book.Scheduled.CheckAsync(change, unknown.ToHashSet(StringComparer.Ordinal))).Select(problem => problem.Property);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_conversion_makes_a_transaction_once(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        Assert.Empty(await book.Scheduled.CheckAsync(Refund));
        var made = (await book.Transactions.FindAsync((await book.Scheduled.ConvertAsync(Refund)).ValueOrThrow()))!;
        Assert.Equal((-12.5m, -10m, 3, 2), (made.Amount, made.BudgetedAmount, made.PlannedBudgetId, made.ScheduledTransactionId));
        var again = Assert.IsType<Outcome<int>.Refused>(await book.Scheduled.ConvertAsync(Refund));
        Assert.Equal(ProblemCode.Repeated, again.Reason.Code);
        Assert.Equal([ProblemCode.Repeated], (await book.Scheduled.CheckAsync(Refund)).Select(problem => problem.Code));
        Assert.Empty(await book.Scheduled.CheckAsync(Refund, new HashSet<string> { nameof(Refund.Amount) }));
        (await book.Scheduled.ConvertAsync(Refund with { Notes = "the second one" })).ValueOrThrow();
    }

    [Fact]
    public async Task A_conversion_that_breaks_a_rule_names_the_property()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        await BreaksAsync(Refund with { PeriodDay = new DateOnly(2017, 8, 4) }, nameof(Refund.Date), ProblemCode.Contradiction);
        await BreaksAsync(Refund with { Description = " " }, nameof(Refund.Description), ProblemCode.Missing);
        await BreaksAsync(Refund with { Amount = 0m }, nameof(Refund.Amount), ProblemCode.OutOfRange);
        await BreaksAsync(Refund with { Amount = -99_999_999_999_999m }, nameof(Refund.Amount), ProblemCode.OutOfRange);
        await BreaksAsync(Refund with { Notes = new string('x', 255) }, nameof(Refund.Notes), ProblemCode.TooLong);
        await BreaksAsync(Refund with { Date = new DateOnly(999, 1, 1) }, nameof(Refund.Date), ProblemCode.OutOfRange);
        Assert.Equal("Error: no ScheduledTransaction with ID 99", Refusal(await book.Scheduled.ConvertAsync(Refund with { ScheduledId = 99 })));
        Assert.Equal(
            [nameof(Refund.Amount)],
            (await book.Scheduled.CheckAsync(Refund with { ScheduledId = 99, Amount = 0m, PeriodDay = new DateOnly(2017, 8, 4) }, new HashSet<string> { nameof(Refund.ScheduledId), nameof(Refund.PeriodDay) })).Select(problem => problem.Property));

        async Task BreaksAsync(Conversion conversion, string property, ProblemCode code) => Assert.Equal([(property, code)], Problems(await book.Scheduled.ConvertAsync(conversion)));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_skip_takes_what_is_open_and_no_more(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var made = (await book.Transactions.FindAsync((await book.Scheduled.SkipAsync(NotNow)).ValueOrThrow()))!;
        Assert.Equal((new DateOnly(2017, 7, 21), 0m, "not now", 1), (made.Date, made.Amount, made.Notes, made.ReconciliationId));
        Assert.Empty(await book.Scheduled.CheckAsync(NotNow));
        (await book.Scheduled.SkipAsync(NotNow)).ValueOrThrow();
        Assert.Equal(ProblemCode.Repeated, Assert.IsType<Outcome<int>.Refused>(await book.Scheduled.SkipAsync(NotNow)).Reason.Code);
        Assert.Equal([ProblemCode.Repeated], (await book.Scheduled.CheckAsync(NotNow)).Select(problem => problem.Code));
        Assert.Empty(await book.Scheduled.CheckAsync(NotNow, new HashSet<string> { nameof(NotNow.Notes) }));
        (await book.Scheduled.SkipAsync(NotNow with { PeriodDay = new DateOnly(2017, 8, 4) })).ValueOrThrow();
    }

    [Fact]
    public async Task A_skip_that_breaks_a_rule_names_the_property()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        Assert.Equal([(nameof(NotNow.Notes), ProblemCode.Missing)], Problems(await book.Scheduled.SkipAsync(NotNow with { Notes = " " })));
        Assert.Equal([(nameof(NotNow.PeriodDay), ProblemCode.OutOfRange)], Problems(await book.Scheduled.SkipAsync(NotNow with { PeriodDay = new DateOnly(1, 1, 1) })));
        Assert.Equal("Error: no ScheduledTransaction with ID 99", Refusal(await book.Scheduled.SkipAsync(NotNow with { ScheduledId = 99 })));
    }

    private static IEnumerable<(string? Property, ProblemCode Code)> Problems(Outcome<int> outcome) => Assert.IsType<Outcome<int>.Invalid>(outcome).Problems.Select(problem => (problem.Property, problem.Code));

    private static string Refusal(Outcome<int> outcome) => Assert.IsType<Outcome<int>.Refused>(outcome).Reason.Message;
}
