using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Tests.Transactions;

/// <summary>Transactions as programs save them, without a form.</summary>
public sealed class TransactionSectionTests
{
    private static readonly TransactionChange Purchase = new()
    {
        Date = new DateOnly(2017, 7, 25),
        Amount = 30m,
        Description = "A purchase",
        AccountId = 1,
        Splits = [new Split(3, 20m), new Split(1, 10m)],
    };

    [Theory]
    [OnBothEngines]
    public async Task A_transaction_is_added_and_read_back(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var id = (await book.Transactions.SaveAsync(Purchase with { SalesTax = 1.25m, Notes = "n" })).ValueOrThrow();
        var found = (await book.Transactions.FindAsync(id))!;
        Assert.Equal((new DateOnly(2017, 7, 25), 30m, "A purchase", "n", 1, "Checking", 1.25m), (found.Date, found.Amount, found.Description, found.Notes, found.AccountId, found.AccountName, found.SalesTax));
        Assert.Equal([new BudgetShare(3, "Holiday", 20m, false), new BudgetShare(1, "Food", 10m, false)], found.Splits);
        Assert.Null(found.ReconciliationId);
        Assert.Equal(1597.56m, await world.BalanceAsync(3));
        Assert.True(await book.Transactions.ExistsAsync(id));
        Assert.False(await book.Transactions.ExistsAsync(id + 1));
        Assert.Null(await book.Transactions.FindAsync(id + 1));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_is_read_saves_itself_unchanged_and_with_one_change_only_that(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await world.ChangeAsync(context =>
        {
            var transaction = new Transaction
            {
                Id = 1,
                Date = new DateOnly(2017, 7, 25),
                BudgetedAmount = 5m,
                Description = " padded ",
                Notes = null,
                AccountId = 2,
                ScheduledTransactionId = 2,
                PlannedBudgetId = 3,
                SalesTax = 0.5m,
            };
            transaction.Splits.Add(new TransactionSplit { BudgetId = 1, Amount = 1.5m });
            transaction.Splits.Add(new TransactionSplit { BudgetId = 3, Amount = 2m });
            context.Transactions.Add(transaction);
            return Task.CompletedTask;
        });
        await world.ChangeAsync(async context => (await context.Transactions.FindAsync(1))!.TransferId = 1);
        await using var book = world.OpenBook();
        var before = await world.ReadAsync(DatabaseSnapshot.TakeAsync);
        var found = (await book.Transactions.FindAsync(1))!;
        Assert.Equal((5m, 3, 2, 1), (found.BudgetedAmount, found.PlannedBudgetId, found.ScheduledTransactionId, found.TransferId));
        Assert.Equal(1, (await book.Transactions.SaveAsync(found.ToChange())).ValueOrThrow());
        Assert.Empty((await world.ReadAsync(DatabaseSnapshot.TakeAsync)).Since(before));

        (await book.Transactions.SaveAsync(found.ToChange() with { Notes = "Now there are some" })).ValueOrThrow();
        var change = Assert.Single((await world.ReadAsync(DatabaseSnapshot.TakeAsync)).Since(before));
        Assert.Equal(("transactions", "changed", "notes", "Now there are some"), (change.List, change.Change, Assert.Single(change.Row).Key, change.Row["notes"]));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_row_of_another_program_without_a_date_is_not_given_one(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await world.ChangeAsync(context =>
        {
            var transaction = new Transaction { Id = 1, Description = "No date", AccountId = 1 };
            transaction.Splits.Add(new TransactionSplit { BudgetId = 1, Amount = 1.5m });
            context.Transactions.Add(transaction);
            return Task.CompletedTask;
        });
        await using var book = world.OpenBook();
        var change = (await book.Transactions.FindAsync(1))!.ToChange() with { Notes = "x" };
        Assert.Equal([(nameof(change.Date), ProblemCode.OutOfRange)], Problems(await book.Transactions.SaveAsync(change)));
        (await book.Transactions.SaveAsync(change with { Date = new DateOnly(2017, 7, 1) })).ValueOrThrow();
    }

    [Fact]
    public async Task Each_rule_names_the_property_that_breaks_it()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        await BreaksAsync(Purchase with { Description = " " }, nameof(Purchase.Description), ProblemCode.Missing);
        await BreaksAsync(Purchase with { Description = new string('x', 255) }, nameof(Purchase.Description), ProblemCode.TooLong);
        await BreaksAsync(Purchase with { Notes = new string('x', 255) }, nameof(Purchase.Notes), ProblemCode.TooLong);
        await BreaksAsync(Purchase with { SalesTax = 0.00001m }, nameof(Purchase.SalesTax), ProblemCode.OutOfRange);
        await BreaksAsync(Purchase with { Date = new DateOnly(999, 12, 31) }, nameof(Purchase.Date), ProblemCode.OutOfRange);
        await BreaksAsync(Purchase with { Amount = 0m, Splits = [new Split(1, 0m)] }, nameof(Purchase.Amount), ProblemCode.OutOfRange);
        await BreaksAsync(Purchase with { Amount = 30.01m }, nameof(Purchase.Splits), ProblemCode.SumDiffers);
        await BreaksAsync(Purchase with { Splits = [] }, nameof(Purchase.Splits), ProblemCode.Missing);
        await BreaksAsync(Purchase with { Splits = [new Split(1, 10m), new Split(1, 20m)] }, nameof(Purchase.Splits), ProblemCode.Repeated);
        await BreaksAsync(Purchase with { Splits = [.. Enumerable.Range(0, 201).Select(_ => new Split(1, 1m))] }, nameof(Purchase.Splits), ProblemCode.TooMany);
        await BreaksAsync(Purchase with { Splits = [new Split(1, 10m), new Split(98, 20m)] }, "Splits[1].BudgetId", ProblemCode.NotFound);
        await BreaksAsync(Purchase with { Splits = [new Split(5, 10m), new Split(1, 20m)] }, "Splits[0].BudgetId", ProblemCode.Inactive);
        await BreaksAsync(Purchase with { Amount = 100_000_000_000_000m, Splits = [new Split(1, 100_000_000_000_000m)] }, nameof(Purchase.Amount), ProblemCode.OutOfRange, "Splits[0].Amount");
        await BreaksAsync(Purchase with { Amount = -99_999_999_999_999m, Splits = [new Split(4, -99_999_999_999_999m)] }, nameof(Purchase.Splits), ProblemCode.OutOfRange);

        async Task BreaksAsync(TransactionChange change, string property, ProblemCode code, params string[] more) =>
            Assert.Equal([(property, code), .. more.Select(other => (other, code))], Problems(await book.Transactions.SaveAsync(change)));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_is_no_propertys_fault_is_refused(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        Assert.Equal((ProblemCode.NotFound, "Error: no Transaction with ID 99"), Refusal(await book.Transactions.SaveAsync(Purchase with { Id = 99 })));
        Assert.Equal((ProblemCode.NotFound, "Error: no Account with ID 99"), Refusal(await book.Transactions.SaveAsync(Purchase with { AccountId = 99 })));
        var id = (await book.Transactions.SaveAsync(Purchase)).ValueOrThrow();
        await world.ChangeAsync(context =>
        {
            context.Reconciliations.Add(new Reconciliation { TransactionId = id });
            return Task.CompletedTask;
        });
        var found = (await book.Transactions.FindAsync(id))!;
        Assert.Equal(1, found.ReconciliationId);
        Assert.Equal((ProblemCode.Reconciled, "Transaction 1 is already reconciled; cannot be edited."), Refusal(await book.Transactions.SaveAsync(found.ToChange())));
    }

    [Fact]
    public async Task A_check_tells_all_that_is_wrong_and_nothing_of_what_is_not_known_yet()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        var change = Purchase with { Description = "", Amount = 0m, AccountId = 99, Splits = [new Split(98, 20m), new Split(5, 10m)] };
        Assert.Equal([nameof(change.Description), nameof(change.Amount), "Splits[0].BudgetId", "Splits[1].BudgetId", nameof(change.Splits), null], await PropertiesAsync());
        Assert.Equal([nameof(change.Description), "Splits[1].BudgetId", null], await PropertiesAsync(nameof(change.Amount), "Splits[0].BudgetId"));
        Assert.Equal([nameof(change.Amount), "Splits[0].BudgetId", "Splits[1].BudgetId"], await PropertiesAsync(nameof(change.Description), "Splits[0].Amount", nameof(change.AccountId)));
        Assert.Equal([nameof(change.Description), nameof(change.Amount), null], await PropertiesAsync(nameof(change.Splits)));
        Assert.Empty(await book.Transactions.CheckAsync(Purchase));
        Assert.Empty((await book.Transactions.ListAsync(new TableQuery())).Rows);

        async Task<IEnumerable<string?>> PropertiesAsync(params string[] unknown) =>
            (await book.Transactions.CheckAsync(change, unknown.ToHashSet(StringComparer.Ordinal))).Select(problem => problem.Property);
    }

    private static IEnumerable<(string? Property, ProblemCode Code)> Problems(Outcome<int> outcome) => Assert.IsType<Outcome<int>.Invalid>(outcome).Problems.Select(problem => (problem.Property, problem.Code));

    private static (ProblemCode Code, string Message) Refusal(Outcome<int> outcome) => Assert.IsType<Outcome<int>.Refused>(outcome).Reason is var reason ? (reason.Code, reason.Message) : default;
}
