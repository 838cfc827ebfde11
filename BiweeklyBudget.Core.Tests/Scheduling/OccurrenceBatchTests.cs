using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Forms;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Scheduling;

/// <summary>Several occurrences of a pay period made or skipped at once. In the period from 2017-08-04 on, 222.22 are due on the 4th, and −10 twice on any day.</summary>
public sealed class OccurrenceBatchTests
{
    private static readonly DateOnly Payday = new(2017, 8, 4);

    private static readonly OccurrenceBatch All = new()
    {
        PeriodDay = Payday.AddDays(3),
        Occurrences = [new(1, Payday, 230m), new(2, Payday.AddDays(1), -10m), new(2, Payday.AddDays(1), -10m)],
    };

    [Theory]
    [OnBothEngines]
    public async Task All_are_made_as_one_by_one_and_taken_back_at_once(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var before = await PeriodAsync(book);
        Assert.Equal([1, 2, 2], before.Entries.Select(entry => entry.Id).Order());
        Assert.Equal(3, (await book.Scheduled.MakeAsync(All)).ValueOrThrow());
        var change = book.LastChangeId!.Value;

        var made = await world.ReadAsync(context => context.Transactions.AsNoTracking().Include(row => row.Splits).OrderBy(row => row.Id).ToListAsync());
        Assert.Equal(
            [(1, Payday, "Rent", 230m, 222.22m), (2, Payday.AddDays(1), "Refund", -10m, -10m), (2, Payday.AddDays(1), "Refund", -10m, -10m)],
            made.Select(row => (row.ScheduledTransactionId!.Value, row.Date!.Value, row.Description, row.Splits.Single().Amount, row.BudgetedAmount!.Value)));
        Assert.Equal(1637.56m, await world.BalanceAsync(3));
        Assert.All((await PeriodAsync(book)).Entries, entry => Assert.Equal(PeriodEntryKind.Transaction, entry.Kind));

        Assert.Equal(ProblemCode.Repeated, Assert.IsType<Outcome<int>.Refused>(await book.Scheduled.MakeAsync(All)).Reason.Code);
        (await book.Changes.UndoAsync(change)).ValueOrThrow();
        Assert.Equal(before.Entries.Select(entry => (entry.Kind, entry.Id)), (await PeriodAsync(book)).Entries.Select(entry => (entry.Kind, entry.Id)));
        Assert.Equal(1617.56m, await world.BalanceAsync(3));
    }

    [Theory]
    [OnBothEngines]
    public async Task All_are_skipped_and_nothing_waits_to_be_reconciled(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        Assert.Equal(3, (await book.Scheduled.SkipAsync(All with { Notes = "On holiday" })).ValueOrThrow());
        var made = await world.ReadAsync(context => context.Transactions.AsNoTracking().Include(row => row.Splits).ToListAsync());
        Assert.All(made, row => Assert.Equal((Payday, $"Skip ScheduledTransaction {row.ScheduledTransactionId} in period 2017-08-04", "On holiday", 0m), (row.Date!.Value, row.Description, row.Notes, row.Splits.Single().Amount)));
        Assert.Equal(made.Select(row => (int?)row.Id).Order(), (await world.ReadAsync(context => context.Reconciliations.Select(row => row.TransactionId).ToListAsync())).Order());
        Assert.All((await PeriodAsync(book)).Entries, entry => Assert.True(entry.IsSkipped));
        Assert.IsType<Outcome<int>.Refused>(await book.Scheduled.SkipAsync(All with { Notes = "Once more" }));
    }

    [Theory]
    [OnBothEngines]
    public async Task No_more_is_made_than_is_open_and_then_nothing_at_all(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        (await book.Scheduled.ConvertAsync(new Conversion { ScheduledId = 2, Date = Payday, Amount = -9m, Description = "Refund" })).ValueOrThrow();
        var refused = Assert.IsType<Outcome<int>.Refused>(await book.Scheduled.MakeAsync(All));
        Assert.Equal("\"Refund\" is not open that often any more in this pay period: it was made or skipped meanwhile. Nothing was changed.", refused.Reason.Message);
        Assert.Equal(1, await world.ReadAsync(context => context.Transactions.CountAsync()));
        Assert.Equal(2, (await book.Scheduled.MakeAsync(All with { Occurrences = [.. All.Occurrences.Take(2)] })).ValueOrThrow());
    }

    [Theory]
    [OnBothEngines]
    public async Task Who_makes_them_at_the_same_time_makes_them_once(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var book = world.OpenBook();
            return await book.Scheduled.MakeAsync(All);
        }));
        Assert.Single(outcomes.OfType<Outcome<int>.Saved>());
        Assert.Equal(3, await world.ReadAsync(context => context.Transactions.CountAsync()));
    }

    [Fact]
    public async Task What_is_wrong_names_its_place()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        Assert.Equal(
            [("Occurrences[0].Amount", ProblemCode.OutOfRange), ("Occurrences[1].Date", ProblemCode.Contradiction)],
            Problems(await book.Scheduled.MakeAsync(All with { Occurrences = [new(1, Payday, 0m), new(2, Payday.AddDays(-1), -10m)] })));
        Assert.Equal([("Occurrences", ProblemCode.Missing)], Problems(await book.Scheduled.MakeAsync(All with { Occurrences = [] })));
        Assert.Equal([("Occurrences", ProblemCode.TooMany)], Problems(await book.Scheduled.SkipAsync(All with { Notes = "n", Occurrences = [.. Enumerable.Repeat(All.Occurrences[1], 201)] })));
        Assert.Equal([("Notes", ProblemCode.Missing)], Problems(await book.Scheduled.SkipAsync(All)));
        Assert.Equal(ProblemCode.NotFound, Assert.IsType<Outcome<int>.Refused>(await book.Scheduled.MakeAsync(All with { Occurrences = [new(99, Payday, 1m)] })).Reason.Code);
        Assert.Equal(0, await world.ReadAsync(context => context.Transactions.CountAsync()));
    }

    private static List<(string?, ProblemCode)> Problems(Outcome<int> outcome) => [.. Assert.IsType<Outcome<int>.Invalid>(outcome).Problems.Select(problem => (problem.Property, problem.Code))];

    private static async Task<PayPeriodFigures> PeriodAsync(BudgetBook book) => (await book.PayPeriods.ForecastAsync([book.Calendar.Containing(Payday)]))[0];
}
