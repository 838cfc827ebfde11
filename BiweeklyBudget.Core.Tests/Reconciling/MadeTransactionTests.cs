using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Features.Reconciling;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Reconciling;

/// <summary>Transactions made from bank transactions: stored with their reconciliations in one go, or not at all.</summary>
public sealed class MadeTransactionTests
{
    private static readonly TransactionChange Cafe = new() { Date = new DateOnly(2017, 7, 25), Amount = 7m, Description = "Cafe", AccountId = 1, Notes = "cake", SalesTax = 0.5m, Splits = [new Split(1, 5m), new Split(3, 2m)] };

    [Theory]
    [OnBothEngines]
    public async Task A_transaction_is_made_and_reconciled_in_one_save_with_the_rest(DatabaseEngine engine)
    {
        await using var world = await WorldAsync(engine);

        var saved = Assert.IsType<Outcome<IReadOnlyList<int>>.Saved>(await world.SaveAsync(new ReconciliationBatch
        {
            Transactions = [new(1, new(1, "A"))],
            Made = [new(Cafe, new(1, "C"))],
            Ignored = [new(new(2, "V"))],
        }));

        Assert.Equal(3, saved.Value.Count);
        Assert.Empty(saved.Warnings);
        var made = await world.ReadAsync(context => context.Transactions.Include(t => t.Splits).OrderBy(t => t.Id).LastAsync());
        Assert.Equal((Cafe.Date, "Cafe", 1, "cake", 0.5m), (made.Date, made.Description, made.AccountId, made.Notes, made.SalesTax));
        Assert.Equal([(1, 5m), (3, 2m)], made.Splits.Select(s => (s.BudgetId!.Value, s.Amount)).Order());
        Assert.Equal([(1, "A"), (made.Id, "C"), ((int?)null, "V")], await ReconciledAsync(world));
        Assert.Equal(("2 3", "1%B"), await world.WaitingAsync());

        // The standing budget pays its share: 100.00 - 2.00.
        Assert.Equal(98m, await BalanceAsync(world));
        Assert.Equal(1, await world.ReadAsync(context => context.Changes.CountAsync()));
    }

    [Theory]
    [OnBothEngines]
    public async Task Nothing_is_made_when_anything_else_is_wrong(DatabaseEngine engine)
    {
        await using var world = await WorldAsync(engine);
        ReconciliationBatch[] wrong =
        [
            new() { Made = [new(Cafe, new(1, "C")), new(Cafe with { Splits = [new Split(77, 7m)] }, new(1, "B"))] },
            new() { Made = [new(Cafe, new(1, "C"))], Transactions = [new(99)] },
            new() { Made = [new(Cafe, new(1, "C")), new(Cafe, new(1, "C"))] },
            new() { Made = [new(Cafe, new(1, "C"))], Ignored = [new(new(1, "C"))] },
            new() { Made = [new(Cafe, new(1, "nope"))] },
            new() { Made = [new(Cafe with { Id = 1 }, new(1, "C"))] },
        ];
        foreach (var batch in wrong)
        {
            Assert.IsType<Outcome<IReadOnlyList<int>>.Invalid>(await world.SaveAsync(batch));
        }

        Assert.Empty(await ReconciledAsync(world));
        Assert.Equal(3, await world.ReadAsync(context => context.Transactions.CountAsync()));
        Assert.Equal(100m, await BalanceAsync(world));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_is_wrong_with_one_says_which_and_where(DatabaseEngine engine)
    {
        await using var world = await WorldAsync(engine);
        var batch = new ReconciliationBatch
        {
            Made = [new(Cafe, new(1, "C")), new(Cafe with { Description = " ", AccountId = 9, Date = new DateOnly(999, 1, 1), Splits = [new Split(1, 6m), new Split(4, 1.5m)] }, new(1, "B"))],
        };
        Problem[] expected =
        [
            new("Made[1].Transaction.Description", ProblemCode.Missing, "the transaction for OFXTransaction (1, 'B'): Description cannot be empty"),
            new("Made[1].Transaction.Splits[1].BudgetId", ProblemCode.Inactive, "the transaction for OFXTransaction (1, 'B'): New transactions cannot use an inactive budget (Old)."),
            new("Made[1].Transaction.Splits", ProblemCode.SumDiffers, "the transaction for OFXTransaction (1, 'B'): Sum of all budget amounts (7.5) must equal Transaction amount (7)."),
            new("Made[1].Transaction.Date", ProblemCode.OutOfRange, "the transaction for OFXTransaction (1, 'B'): " + StorableDate.RangeMessage),
            new("Made[1].Transaction.AccountId", ProblemCode.NotFound, "the transaction for OFXTransaction (1, 'B'): Error: no Account with ID 9"),
        ];

        await using var book = world.OpenBook();
        Assert.Equal(expected, await book.Reconciling.CheckAsync(batch));
        Assert.Equal(expected, Assert.IsType<Outcome<IReadOnlyList<int>>.Invalid>(await book.Reconciling.SaveAsync(batch)).Problems);
    }

    [Theory]
    [OnBothEngines]
    public async Task Another_amount_than_the_banks_is_stored_with_a_warning_as_other_pairs_are(DatabaseEngine engine)
    {
        await using var world = await WorldAsync(engine);

        var saved = Assert.IsType<Outcome<IReadOnlyList<int>>.Saved>(await world.SaveAsync(new ReconciliationBatch { Made = [new(Cafe, new(1, "B"))] }));

        Assert.EndsWith("and OFXTransaction (1, 'B') have different amounts: 7.00 and 9.99.", Assert.Single(saved.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_standing_balance_that_would_leave_its_range_keeps_all_from_being_made(DatabaseEngine engine)
    {
        await using var world = await WorldAsync(engine);
        await world.ReadAsync(context => context.Budgets.Where(b => b.Id == 3).ExecuteUpdateAsync(set => set.SetProperty(b => b.CurrentBalance, -99_999_999_999_999.9999m)));

        var problem = Assert.Single(Assert.IsType<Outcome<IReadOnlyList<int>>.Invalid>(await world.SaveAsync(new ReconciliationBatch { Made = [new(Cafe, new(1, "C"))] })).Problems);

        Assert.Equal(("Made[0].Transaction.Splits", ProblemCode.OutOfRange), (problem.Property, problem.Code));
        Assert.Empty(await ReconciledAsync(world));
    }

    [Theory]
    [OnBothEngines]
    public async Task Taking_the_save_back_takes_the_transaction_away_and_lets_both_wait_again(DatabaseEngine engine)
    {
        await using var world = await WorldAsync(engine);
        var before = await world.WaitingAsync();
        await using var book = world.OpenBook();
        (await book.Reconciling.SaveAsync(new ReconciliationBatch { Made = [new(Cafe, new(1, "C"))] })).ValueOrThrow();

        (await book.Changes.UndoAsync(await world.ReadAsync(context => context.Changes.Select(c => c.Id).SingleAsync()))).ValueOrThrow();

        Assert.Equal(before, await world.WaitingAsync());
        Assert.Equal((3, 100m), (await world.ReadAsync(context => context.Transactions.CountAsync()), await BalanceAsync(world)));
    }

    [Theory]
    [OnBothEngines]
    public async Task The_interface_takes_them_with_the_fields_of_the_transaction_form(DatabaseEngine engine)
    {
        await using var world = await WorldAsync(engine);
        const string body = """
            {"reconciled": {}, "made": [{"ofx": ["1", "C"], "transaction": {"date": "2017-07-25", "amount": "7.00", "description": "Cafe", "account": "1", "notes": "", "sales_tax": "", "budgets": {"1": "7.00"}}}], "ofxIgnored": {"2%V": null}}
            """;

        Assert.Equal("Successfully reconciled 2 transactions", (await world.ReconcileAsync(body)).Success());

        Assert.Equal([(4, "C"), ((int?)null, "V")], await ReconciledAsync(world));
    }

    [Theory]
    [InlineData("""{"ofx": [1, "C"]}""", "Each of \"made\" needs a \"transaction\" and, as \"ofx\", an account ID with a FITID.")]
    [InlineData("""{"ofx": "1%C", "transaction": {}}""", "Each of \"made\" needs a \"transaction\" and, as \"ofx\", an account ID with a FITID.")]
    [InlineData("7", "Each of \"made\" needs a \"transaction\" and, as \"ofx\", an account ID with a FITID.")]
    [InlineData(
        """{"ofx": [1, "C"], "transaction": {"date": "soon", "amount": "7,00", "description": "Cafe", "account": 1, "budgets": {"1": "7.00"}}}""",
        "The transaction for OFXTransaction (1, 'C'): Date \"soon\" is not valid (YYYY-MM-DD); Invalid Decimal value: \"7,00\"")]
    [InlineData(
        """{"ofx": [1, "C"], "transaction": {"date": "2017-07-25", "amount": "7", "description": "Cafe", "account": 1, "budgets": {"1": "6"}}}""",
        "Exception committing reconcile(s): the transaction for OFXTransaction (1, 'C'): Sum of all budget amounts (6.0) must equal Transaction amount (7).")]
    public async Task What_the_interface_cannot_take_is_said(string entry, string message)
    {
        await using var world = await WorldAsync(DatabaseEngine.Sqlite);
        Assert.Equal(message, (await world.ReconcileAsync($$"""{"reconciled": {}, "made": [{{entry}}]}""")).Failure());
        Assert.Empty(await ReconciledAsync(world));
    }

    [Fact]
    public async Task A_list_of_them_that_is_none_is_refused()
    {
        await using var world = await WorldAsync(DatabaseEngine.Sqlite);
        Assert.Equal("Invalid \"made\": expected a list of transactions with their OFXTransactions.", (await world.ReconcileAsync("""{"reconciled": {}, "made": {}}""")).Failure());
    }

    [Theory]
    [OnBothEngines]
    public async Task The_dialogs_form_checks_as_a_save_does_and_stores_nothing(DatabaseEngine engine)
    {
        await using var world = await WorldAsync(engine);
        await using var book = world.OpenBook();

        Assert.Equal("The transaction is made when you submit.", (await SubmitAsync(new FormValues())).Success());
        Assert.Equal(("budgets", "Sum of all budget amounts (6.0) must equal Transaction amount (7)."), (await SubmitAsync(new FormValues { ["budgets"] = Share("1", "6") })).OnlyError());
        Assert.Equal(("date", "Date \"soon\" is not valid (YYYY-MM-DD)"), (await SubmitAsync(new FormValues { ["date"] = "soon" })).OnlyError());
        Assert.Equal("Error: no Account with ID 9", (await SubmitAsync(new FormValues { ["account"] = "9" })).Failure());
        Assert.Equal("A new transaction has no ID", (await SubmitAsync(new FormValues { ["id"] = "1" })).Failure());

        Assert.Equal(3, await world.ReadAsync(context => context.Transactions.CountAsync()));
        Assert.Equal(0, await world.ReadAsync(context => context.Changes.CountAsync()));

        async Task<FormAnswer> SubmitAsync(FormValues changed)
        {
            var values = new FormValues { ["date"] = "2017-07-25", ["amount"] = "7", ["description"] = "Cafe", ["account"] = "1", ["notes"] = "", ["sales_tax"] = "", ["budgets"] = Share("1", "7") };
            foreach (var (name, value) in changed)
            {
                values[name] = value;
            }

            return FormAnswer.Of(await new MakeTransactionForm().SubmitAsync(book, values, CancellationToken.None));
        }

        static FormValue Share(string budget, string amount) => FormValue.From(System.Text.Json.JsonSerializer.SerializeToElement(new Dictionary<string, string> { [budget] = amount }));
    }

    /// <summary>Beside the usual rows: 3, a standing budget with 100.00, and 4, which is not in use any more.</summary>
    private static async Task<ReconcileWorld> WorldAsync(DatabaseEngine engine)
    {
        var world = await ReconcileWorld.CreateAsync(engine);
        await world.ReadAsync(async context =>
        {
            context.AddRange(new Budget { Id = 3, Name = "Fun", IsPeriodic = false, CurrentBalance = 100m, IsActive = true }, new Budget { Id = 4, Name = "Old", IsPeriodic = true, IsActive = false });
            return await context.SaveChangesAsync();
        });
        return world;
    }

    private static Task<decimal?> BalanceAsync(ReconcileWorld world) => world.ReadAsync(context => context.Budgets.Where(b => b.Id == 3).Select(b => b.CurrentBalance).SingleAsync());

    private static Task<List<(int?, string?)>> ReconciledAsync(ReconcileWorld world) =>
        world.ReadAsync(async context => (await context.Reconciliations.OrderBy(r => r.Id).Select(r => new { r.TransactionId, r.BankFitId }).ToListAsync()).ConvertAll(r => (r.TransactionId, r.BankFitId)));
}
