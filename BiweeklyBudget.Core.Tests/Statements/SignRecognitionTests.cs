using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Statements.Ofx;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Statements;

/// <summary>How a bank writes expenses is found out from its file, from the words in it, and from the user's own transactions; the account remembers it.</summary>
public sealed class SignRecognitionTests
{
    [Theory]
    [OnBothEngines]
    public async Task A_bank_that_writes_expenses_as_negative_is_seen_by_the_types_and_remembered(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var text = OfxText.Checking(OfxText.Transaction("A", "-12.50", "PIZZA", type: "POS") + OfxText.Transaction("B", "-45.00", "STATION", type: "DEBIT") + OfxText.Transaction("C", "1500.00", "ACME", type: "DIRECTDEP"));

        var sign = await SignAsync(world, text);
        Assert.Equal((true, false, "the types of 3 transactions"), (sign!.TurnsRound, sign.IsContradiction, Assert.Single(sign.Reasons)));

        await world.ImportedAsync(BankWorld.Upload(text) with { TurnsAmountsRound = sign.TurnsRound });
        Assert.True(await IsTurnedRoundAsync(world));
        Assert.Equal([12.50m, 45m, -1500m], await AccountAmountsAsync(world, "A", "B", "C"));

        // From now on it is settled: nothing is asked, nothing is said.
        Assert.Null(await SignAsync(world, OfxText.Checking(OfxText.Transaction("D", "-7.00", "CAFE"))));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_bank_that_writes_expenses_as_positive_is_taken_as_it_is(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var text = OfxText.Checking(OfxText.Transaction("A", "12.50", "PIZZA") + OfxText.Transaction("C", "-1500.00", "ACME", type: "CREDIT"));

        var sign = await SignAsync(world, text);

        Assert.Equal((false, false), (sign!.TurnsRound, sign.IsContradiction));
        await world.ImportedAsync(BankWorld.Upload(text) with { TurnsAmountsRound = sign.TurnsRound });
        Assert.False(await IsTurnedRoundAsync(world));
    }

    [Theory]
    [OnBothEngines]
    public async Task Words_tell_it_where_the_types_say_nothing(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var text = OfxText.Checking(
            OfxText.Transaction("A", "-12.50", "CARD PURCHASE 0412", type: "OTHER") + OfxText.Transaction("B", "-3.00", "Monthly fee", type: "") + OfxText.Transaction("C", "1500.00", "ACME", memo: "PAYROLL", type: "XFER")
            + OfxText.Transaction("D", "20.00", "CREDIT CARD PURCHASE REFUND", type: "OTHER"));

        var sign = await SignAsync(world, text);

        Assert.Equal((true, "the words of 3 transactions"), (sign!.TurnsRound, Assert.Single(sign.Reasons)));
    }

    [Theory]
    [OnBothEngines]
    public async Task The_users_open_transactions_tell_it_where_the_file_says_nothing(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await PurchaseAsync(world, 12.50m, new DateOnly(2017, 7, 2));
        await PurchaseAsync(world, 45m, new DateOnly(2017, 7, 16));
        var text = OfxText.Checking(OfxText.Transaction("A", "-12.50", "PIZZA", type: "OTHER") + OfxText.Transaction("B", "-45.00", "STATION", type: "OTHER") + OfxText.Transaction("C", "8.00", "ACME", type: "OTHER"));

        var sign = await SignAsync(world, text);
        Assert.Equal((true, "the amounts of 2 transactions"), (sign!.TurnsRound, Assert.Single(sign.Reasons)));

        // Those that are reconciled, of another account, or far away in time say nothing.
        await using var book = world.OpenBook();
        (await book.Reconciling.SaveAsync(new ReconciliationBatch { Transactions = [new(1), new(2)] })).ValueOrThrow();
        await PurchaseAsync(world, 8m, new DateOnly(2017, 7, 6), account: 2);
        await PurchaseAsync(world, 8m, new DateOnly(2017, 7, 17));
        Assert.Null((await SignAsync(world, text))!.TurnsRound);
    }

    [Theory]
    [OnBothEngines]
    public async Task What_is_not_clear_is_asked(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);

        // Nothing says anything; and the types say one thing, the words another.
        var silent = await SignAsync(world, OfxText.Checking(OfxText.Transaction("A", "-12.50", "PIZZA", type: "OTHER")));
        var torn = await SignAsync(world, OfxText.Checking(OfxText.Transaction("A", "12.50", "SALARY", type: "DEBIT") + OfxText.Transaction("B", "9.00", "REFUND", type: "DEBIT")));
        var mixed = await SignAsync(world, OfxText.Checking(OfxText.Transaction("A", "12.50", "X", type: "DEBIT") + OfxText.Transaction("B", "-9.00", "Y", type: "DEBIT")));

        Assert.All(new[] { silent, torn, mixed }, sign => Assert.Equal((null, false, 0), (sign!.TurnsRound, sign.IsContradiction, sign.Reasons.Count)));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_file_that_looks_otherwise_than_the_account_is_set_is_asked_about_and_the_setting_stays_until_then(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await world.ImportedAsync(BankWorld.Upload(OfxText.Checking(OfxText.Transaction("A", "-12.50")), "by-script.ofx"));
        Assert.False(await IsTurnedRoundAsync(world));

        var sign = await SignAsync(world, OfxText.Checking(OfxText.Transaction("B", "-45.00")));
        Assert.Equal((false, true), (sign!.TurnsRound, sign.IsContradiction));

        // Account 2 was set to turn round before anything was imported.
        var card = await SignAsync(world, OfxText.Checking(OfxText.Transaction("B", "45.00")), account: 2);
        Assert.Equal((true, true), (card!.TurnsRound, card.IsContradiction));
        Assert.Null(await SignAsync(world, OfxText.Checking(OfxText.Transaction("B", "-45.00")), account: 2));
    }

    [Theory]
    [OnBothEngines]
    public async Task Nothing_is_said_of_a_file_without_amounts_or_without_an_account(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        Assert.Null(await SignAsync(world, OfxText.Checking("")));
        Assert.Null(await SignAsync(world, OfxText.Checking(OfxText.Transaction("A", "0.00"))));
        Assert.Null(await SignAsync(world, OfxText.Checking(OfxText.Transaction("A", "-1.00")), account: null));
    }

    private static async Task<PreviewedSign?> SignAsync(BankWorld world, string text, int? account = 1)
    {
        await using var book = world.OpenBook();
        return Assert.Single((await book.Statements.PreviewAsync("new.ofx", OfxText.Bytes(text), account is { } id ? new Dictionary<int, int> { [0] = id } : null)).Statements).Sign;
    }

    private static async Task<bool> IsTurnedRoundAsync(BankWorld world) => await world.ReadAsync(context => context.Accounts.Where(a => a.Id == 1).Select(a => a.NegatesBankAmounts).SingleAsync()) == true;

    private static async Task<IReadOnlyList<decimal?>> AccountAmountsAsync(BankWorld world, params string[] fitIds)
    {
        await using var book = world.OpenBook();
        var amounts = new List<decimal?>();
        foreach (var fitId in fitIds)
        {
            amounts.Add((await book.Statements.FindAsync(1, fitId))!.AccountAmount);
        }

        return amounts;
    }

    private static Task<int> PurchaseAsync(BankWorld world, decimal amount, DateOnly date, int account = 1) => world.ReadAsync(async context =>
    {
        if (!await context.Budgets.AnyAsync())
        {
            context.Add(new Budget { Id = 1, Name = "Food", IsPeriodic = true });
        }

        context.Add(new Transaction { AccountId = account, Date = date, Description = "Purchase", Splits = { new TransactionSplit { BudgetId = 1, Amount = amount } } });
        return await context.SaveChangesAsync();
    });
}
