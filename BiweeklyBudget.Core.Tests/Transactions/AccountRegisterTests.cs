using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Tests.Transactions;

/// <summary>The register of an account: its transactions, the newest first, with what it held after each. Today is 2017-07-28.</summary>
public sealed class AccountRegisterTests
{
    private static readonly TableQuery All = new() { Take = 25 };

    [Theory]
    [OnBothEngines]
    public async Task Each_balance_is_the_next_newer_one_with_that_transaction_undone(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await FillAsync(world);
        await using var book = world.OpenBook();
        (await book.Accounts.SaveBalanceAsync(new BalanceChange { AccountId = 1, Amount = 1000m, Day = new DateOnly(2017, 7, 20) })).ValueOrThrow();

        // 1000 less the 30 + 20.5 - 200 that are not reconciled is 1149.50 today; 45 leave it tomorrow.
        var register = (await book.Transactions.RegisterAsync(1, All))!;
        Assert.Equal(("Checking", 1000m, -149.5m, 1149.5m), (register.Account.Name, register.Figures.Ledger, register.Figures.Unreconciled, register.Figures.Difference));
        Assert.Equal((5, 5), (register.Page.Total, register.Page.Filtered));
        Assert.Equal(
            [("tomorrow", 45m, 1104.5m), ("later that day", 20.5m, 1149.5m), ("salary", -200m, 1170m), ("shoes", 30m, 970m), ("done", 12.25m, 1000m)],
            register.Page.Rows.Select(row => (row.Transaction.Description, row.Transaction.Amount, row.Balance!.Value)));
        Assert.Equal([(1, 15m), (3, 15m)], register.Page.Rows[3].Transaction.Splits.Select(split => (split.BudgetId, split.Amount)).Order());
    }

    [Theory]
    [OnBothEngines]
    public async Task Pages_go_on_where_the_one_before_ended(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var random = new Random(20);
        await world.ChangeAsync(context =>
        {
            for (var id = 1; id <= 60; id++)
            {
                var transaction = new Transaction { Id = id, Date = random.Next(30) == 0 ? null : new DateOnly(2017, 7, 1).AddDays(random.Next(40)), Description = $"t{id}", AccountId = 1 };
                transaction.Splits.Add(new TransactionSplit { BudgetId = 1, Amount = random.Next(-5000, 5000) / 100m });
                transaction.Splits.Add(new TransactionSplit { BudgetId = 2, Amount = random.Next(-5000, 5000) / 100m });
                context.Transactions.Add(transaction);
            }

            return Task.CompletedTask;
        });
        await using var book = world.OpenBook();
        var whole = (await book.Transactions.RegisterAsync(1, new TableQuery()))!.Page.Rows;
        Assert.Equal(60, whole.Count);
        for (var skip = 0; skip < 60; skip += 7)
        {
            var page = (await book.Transactions.RegisterAsync(1, new TableQuery { Skip = skip, Take = 7 }))!.Page;
            Assert.Equal(whole.Skip(skip).Take(7).Select(row => (row.Transaction.Id, row.Balance)), page.Rows.Select(row => (row.Transaction.Id, row.Balance)));
        }

        Assert.Empty((await book.Transactions.RegisterAsync(1, new TableQuery { Skip = 60, Take = 7 }))!.Page.Rows);
    }

    [Theory]
    [OnBothEngines]
    public async Task Where_transactions_are_left_out_nothing_is_said_about_balances(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await FillAsync(world);
        await using var book = world.OpenBook();
        var searched = (await book.Transactions.RegisterAsync(1, All with { Search = "shoe" }))!.Page;
        Assert.Equal((5, 1), (searched.Total, searched.Filtered));
        Assert.Equal(("shoes", null), (searched.Rows[0].Transaction.Description, searched.Rows[0].Balance));
        var ofBudget = (await book.Transactions.RegisterAsync(1, All, budgetId: 3))!.Page;
        Assert.Equal((5, 1, null), (ofBudget.Total, ofBudget.Filtered, ofBudget.Rows[0].Balance));
    }

    [Theory]
    [OnBothEngines]
    public async Task An_account_without_transactions_has_an_empty_register_and_an_unknown_one_has_none(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var closed = (await book.Transactions.RegisterAsync(4, All))!;
        Assert.Equal(("Closed", false, 0m, 0), (closed.Account.Name, closed.Account.IsActive, closed.Figures.Difference, closed.Page.Total));
        Assert.Empty(closed.Page.Rows);
        Assert.Null(await book.Transactions.RegisterAsync(99, All));
    }

    [Theory]
    [OnBothEngines]
    public async Task Notes_of_a_reconciled_transaction_can_be_changed_and_nothing_else(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await FillAsync(world);
        await using var book = world.OpenBook();
        var before = (await book.Transactions.FindAsync(1))!;
        Assert.NotNull(before.ReconciliationId);
        Assert.IsType<Outcome<int>.Refused>(await book.Transactions.SaveAsync(before.ToChange() with { Notes = "kept" }));
        Assert.Equal(1, (await book.Transactions.SaveNotesAsync(new TransactionNotes(1, "kept"))).ValueOrThrow());
        var change = book.LastChangeId!.Value;
        var after = (await book.Transactions.FindAsync(1))!;
        Assert.Equal("kept", after.Notes);
        Assert.Equal(before.ToChange() with { Notes = "kept", Splits = [] }, after.ToChange() with { Splits = [] });
        Assert.Equal(before.Splits, after.Splits);

        Assert.Equal(ProblemCode.TooLong, Assert.Single(await book.Transactions.CheckAsync(new TransactionNotes(1, new string('x', 255)))).Code);
        Assert.Equal(ProblemCode.NotFound, Assert.IsType<Outcome<int>.Refused>(await book.Transactions.SaveNotesAsync(new TransactionNotes(99, "x"))).Reason.Code);
        Assert.Equal("kept", (await book.Transactions.FindAsync(1))!.Notes);
        (await book.Changes.UndoAsync(change)).ValueOrThrow();
        Assert.Equal(before.Notes, (await book.Transactions.FindAsync(1))!.Notes);
    }

    // On account 1: one that is reconciled, three that are not, one of tomorrow; and one on another account.
    private static Task FillAsync(EverydayWorld world) => world.ChangeAsync(context =>
    {
        Add(1, "done", new DateOnly(2017, 7, 10), 1, (1, 12.25m));
        Add(2, "shoes", new DateOnly(2017, 7, 24), 1, (1, 15m), (3, 15m));
        Add(3, "salary", new DateOnly(2017, 7, 28), 1, (2, -200m));
        Add(4, "later that day", new DateOnly(2017, 7, 28), 1, (1, 20.5m));
        Add(5, "tomorrow", new DateOnly(2017, 7, 29), 1, (1, 45m));
        Add(6, "elsewhere", new DateOnly(2017, 7, 27), 2, (1, 7m));
        context.Reconciliations.Add(new Reconciliation { TransactionId = 1, Note = "by hand", ReconciledAt = FormOperations.Now.UtcDateTime });
        return Task.CompletedTask;

        void Add(int id, string description, DateOnly date, int account, params (int Budget, decimal Amount)[] splits)
        {
            var transaction = new Transaction { Id = id, Date = date, Description = description, AccountId = account };
            foreach (var (budget, amount) in splits)
            {
                transaction.Splits.Add(new TransactionSplit { BudgetId = budget, Amount = amount });
            }

            context.Transactions.Add(transaction);
        }
    });
}
