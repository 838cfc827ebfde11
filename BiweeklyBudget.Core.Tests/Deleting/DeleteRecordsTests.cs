using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Deleting;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Changes;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Tests.Statements.Ofx;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Core.Transfers;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Deleting;

/// <summary>Records go with what belongs to them, and stay as long as something depends on them.</summary>
public sealed class DeleteRecordsTests
{
    private static readonly DateOnly Day = EveryOperation.Day;

    [Theory]
    [OnBothEngines]
    public async Task A_transaction_goes_with_its_splits_and_standing_budgets_get_back_what_it_took(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var one = (await book.Transactions.SaveAsync(EveryOperation.Purchase(new Split(3, 17.56m), new Split(1, 5m)))).ValueOrThrow();
        var other = (await book.Transactions.SaveAsync(EveryOperation.Purchase(new Split(3, 100m)))).ValueOrThrow();
        var before = await world.ReadAsync(TableImages.TakeAsync);

        var plan = await book.Deleting.PlanAsync(Deletion.Of(RecordKind.Transaction, one));
        Assert.Equal(("A purchase", Day, 22.56m, null), (Assert.Single(plan).Name, plan[0].Date!.Value, plan[0].Amount!.Value, plan[0].Obstacle));
        Assert.Equal([new RelatedRecords(RecordKind.Split, 2)], plan[0].Along);

        Assert.Equal(1, (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Transaction, one))).ValueOrThrow());
        Assert.Equal(1517.56m, await world.BalanceAsync(3));
        Assert.Equal([other], await world.ReadAsync(context => context.Transactions.Select(row => row.Id).ToListAsync()));
        Assert.Empty(await world.ReadAsync(Orphans.FindAsync));
        (await book.Changes.UndoAsync(book.LastChangeId!.Value)).ValueOrThrow();
        Assert.Empty(TableImages.Difference(before, await world.ReadAsync(TableImages.TakeAsync)));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_transfer_goes_with_both_sides_whichever_is_named(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var start = await world.ReadAsync(TableImages.TakeAsync);
        var accounts = (await book.Transfers.SaveAsync(new AccountTransfer { Date = Day, Amount = 100m, FromAccountId = 1, ToAccountId = 2, BudgetId = 3 })).ValueOrThrow();
        var budgets = (await book.Transfers.SaveAsync(new BudgetTransfer { Date = Day, Amount = 40m, AccountId = 1, FromBudgetId = 3, ToBudgetId = 4 })).ValueOrThrow();
        Assert.Equal(9522.29m, await world.BalanceAsync(4));

        var plan = await book.Deleting.PlanAsync(Deletion.Of(RecordKind.Transaction, budgets.ToTransactionId));
        Assert.Contains(new RelatedRecords(RecordKind.Transaction, 1), Assert.Single(plan).Along);
        Assert.Equal(2, (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Transaction, budgets.ToTransactionId, accounts.FromTransactionId))).ValueOrThrow());
        Assert.Empty(TableImages.Difference(start, await world.ReadAsync(TableImages.TakeAsync)));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_stands_in_for_something_skipped_goes_and_the_occurrence_is_open_again(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var start = await world.ReadAsync(TableImages.TakeAsync);
        var skip = (await book.Scheduled.SkipAsync(new Skip { ScheduledId = 1, PeriodDay = Day, Notes = "on holiday" })).ValueOrThrow();
        (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Transaction, skip))).ValueOrThrow();
        Assert.Empty(TableImages.Difference(start, await world.ReadAsync(TableImages.TakeAsync)));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_is_reconciled_stays_and_so_does_all_that_was_chosen_with_it(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var free = (await book.Transactions.SaveAsync(EveryOperation.Purchase(new Split(1, 5m)))).ValueOrThrow();
        var transfer = (await book.Transfers.SaveAsync(new AccountTransfer { Date = Day, Amount = 100m, FromAccountId = 1, ToAccountId = 2, BudgetId = 3 })).ValueOrThrow();
        (await book.Statements.ImportAsync(EveryOperation.Upload(OfxText.Checking(OfxText.Transaction("A", "-100.00")), "a.ofx"))).ValueOrThrow();
        (await book.Reconciling.SaveAsync(new ReconciliationBatch { Transactions = [new(transfer.FromTransactionId, new BankTransactionKey(1, "A"))] })).ValueOrThrow();
        var before = await world.ReadAsync(TableImages.TakeAsync);

        Assert.Equal(ProblemCode.Reconciled, (await RefusalAsync(book, Deletion.Of(RecordKind.Transaction, free, transfer.FromTransactionId))).Code);
        var otherSide = await RefusalAsync(book, Deletion.Of(RecordKind.Transaction, transfer.ToTransactionId));
        Assert.Equal((ProblemCode.Reconciled, "The other side of the transfer \"Account Transfer - 100 from Checking (1) to Savings (2)\" of 2017-07-25 is reconciled; undo its reconciliation first."), (otherSide.Code, otherSide.Message));
        Assert.Empty(TableImages.Difference(before, await world.ReadAsync(TableImages.TakeAsync)));
        Assert.Null(book.LastChangeId);
    }

    [Theory]
    [OnBothEngines]
    public async Task What_others_use_is_named_and_stays(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        (await book.Transactions.SaveAsync(EveryOperation.Purchase(new Split(1, 5m)))).ValueOrThrow();
        (await book.Scheduled.ConvertAsync(new Conversion { ScheduledId = 1, Date = Day, Amount = 11m, Description = "Rent" })).ValueOrThrow();
        (await book.Statements.ImportAsync(EveryOperation.Upload(OfxText.Checking(OfxText.Transaction("A", "-100.00")), "a.ofx"))).ValueOrThrow();

        Assert.Equal("\"Food\" cannot be deleted: 2 transactions and 1 scheduled transaction use it.", await MessageAsync(book, RecordKind.Budget, 1));
        Assert.Equal("\"Rent\" cannot be deleted: 1 transaction was made of it.", await MessageAsync(book, RecordKind.ScheduledTransaction, 1));
        Assert.Equal("\"Checking\" cannot be deleted: 1 bank transaction, 1 scheduled transaction, 1 statement and 2 transactions use it.", await MessageAsync(book, RecordKind.Account, 1));
        Assert.Equal("This budget is not there any more.", await MessageAsync(book, RecordKind.Budget, 99));
        Assert.True((await book.Deleting.PlanAsync(Deletion.Of(RecordKind.Budget, 1)))[0].CanBeDeactivated);
        Assert.False((await book.Deleting.PlanAsync(Deletion.Of(RecordKind.Account, 4)))[0].CanBeDeactivated);
    }

    [Theory]
    [OnBothEngines]
    public async Task What_nobody_uses_goes(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var start = await world.ReadAsync(TableImages.TakeAsync);
        var account = (await book.Accounts.SaveAsync(new AccountChange { Name = "Wallet", Type = AccountType.Cash })).ValueOrThrow();
        var budget = (await book.Budgets.SaveAsync(new BudgetChange { Name = "Gifts", Kind = BudgetKind.Standing, CurrentBalance = 120m })).ValueOrThrow();
        Assert.Equal([new RelatedRecords(RecordKind.AccountBalance, 1)], (await book.Deleting.PlanAsync(Deletion.Of(RecordKind.Account, account)))[0].Along);
        (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Account, account))).ValueOrThrow();
        (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Budget, budget))).ValueOrThrow();
        var deleted = book.LastChangeId!.Value;
        Assert.Empty(TableImages.Difference(start, await world.ReadAsync(TableImages.TakeAsync)));

        // The name is free meanwhile, and an undo says so.
        (await book.Budgets.SaveAsync(new BudgetChange { Name = "Gifts", Kind = BudgetKind.Standing, CurrentBalance = 1m })).ValueOrThrow();
        Assert.Equal(ProblemCode.Taken, Assert.IsType<Outcome<long>.Refused>(await book.Changes.UndoAsync(deleted)).Reason.Code);
        Assert.Equal(ProblemCode.Outdated, Assert.IsType<Outcome<long>.Refused>(await book.Changes.UndoAsync(2)).Reason.Code);
    }

    [Theory]
    [OnBothEngines]
    public async Task Of_the_banks_lines_only_interest_entered_by_hand_goes_and_of_balances_only_those_without_a_statement(DatabaseEngine engine)
    {
        await using var world = await EveryOperation.CreateWorldAsync(engine);
        await using var book = world.OpenBook();
        await world.ChangeAsync(context => Task.FromResult(context.AccountBalances.Add(new AccountBalance { Id = 77, AccountId = 3, Ledger = -5m, LedgerDate = FormOperations.Now.UtcDateTime, OverallDate = FormOperations.Now.UtcDateTime })));
        (await book.Statements.ImportAsync(EveryOperation.Upload(OfxText.Checking(OfxText.Transaction("A", "-100.00")), "a.ofx"))).ValueOrThrow();
        var start = await world.ReadAsync(TableImages.TakeAsync);
        var interest = (await book.CreditPayoff.EnterInterestAsync(new() { AccountId = 3, FileName = "card.ofx", Amount = 12.34m })).ValueOrThrow();
        (await book.Deleting.DeleteAsync(new Deletion { Kind = RecordKind.BankTransaction, Keys = [RecordKey.OfBankTransaction(3, interest).Key] })).ValueOrThrow();
        Assert.Empty(TableImages.Difference(start, await world.ReadAsync(TableImages.TakeAsync)));
        Assert.Equal(ProblemCode.WrongKind, (await RefusalAsync(book, new Deletion { Kind = RecordKind.BankTransaction, Keys = [RecordKey.OfBankTransaction(1, "A").Key] })).Code);

        var imported = await world.ReadAsync(context => context.AccountBalances.Where(balance => balance.AccountId == 1).Select(balance => balance.Id).SingleAsync());
        Assert.Equal("This balance of Checking came with the statement a.ofx; undo its import instead.", await MessageAsync(book, RecordKind.AccountBalance, imported));
        (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.AccountBalance, 77))).ValueOrThrow();
        Assert.Equal(1, await world.ReadAsync(context => context.AccountBalances.CountAsync()));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_key_deletes_once_and_says_the_same_change_again(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var id = await SavedAsync(world);
        var changes = new List<long?>();
        for (var time = 0; time < 2; time++)
        {
            await using var book = world.OpenBook();
            Assert.Equal(time == 1, await book.UseKeyAsync(new RequestKey("a key", "delete")));
            Assert.Equal(1, (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Transaction, id))).ValueOrThrow());
            changes.Add(book.LastChangeId);
        }

        Assert.Equal([2, 2], changes);
        Assert.Equal(1617.56m, await world.BalanceAsync(3));
    }

    [Fact]
    public async Task A_command_that_makes_no_sense_is_invalid()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        Assert.Equal([ProblemCode.WrongKind], await CodesAsync(book, Deletion.Of(RecordKind.Statement, 1)));
        Assert.Equal([ProblemCode.Missing], await CodesAsync(book, Deletion.Of(RecordKind.Budget)));
        Assert.Equal([ProblemCode.Repeated], await CodesAsync(book, Deletion.Of(RecordKind.Budget, 1, 1)));
        Assert.Equal([ProblemCode.TooMany], await CodesAsync(book, Deletion.Of(RecordKind.Budget, Enumerable.Range(1, Deletion.MostRecords + 1))));
        Assert.Equal([ProblemCode.BadFormat], await CodesAsync(book, new Deletion { Kind = RecordKind.BankTransaction, Keys = ["1"] }));
        await Assert.ThrowsAsync<ArgumentException>(() => book.Deleting.PlanAsync(Deletion.Of(RecordKind.Budget)));
    }

    private static async Task<int> SavedAsync(EverydayWorld world)
    {
        await using var book = world.OpenBook();
        return (await book.Transactions.SaveAsync(EveryOperation.Purchase(new Split(3, 17.56m)))).ValueOrThrow();
    }

    private static async Task<IReadOnlyList<ProblemCode>> CodesAsync(BudgetBook book, Deletion deletion)
    {
        Assert.Equal(Assert.IsType<Outcome<int>.Invalid>(await book.Deleting.DeleteAsync(deletion)).Problems, await book.Deleting.CheckAsync(deletion));
        return [.. (await book.Deleting.CheckAsync(deletion)).Select(problem => problem.Code)];
    }

    private static async Task<Problem> RefusalAsync(BudgetBook book, Deletion deletion)
    {
        var refused = Assert.IsType<Outcome<int>.Refused>(await book.Deleting.DeleteAsync(deletion)).Reason;
        Assert.Contains((await book.Deleting.PlanAsync(deletion)).Select(planned => planned.Obstacle), obstacle => obstacle == refused || refused.Message.StartsWith(obstacle?.Message ?? "-", StringComparison.Ordinal));
        return refused;
    }

    private static async Task<string> MessageAsync(BudgetBook book, RecordKind kind, int id) => (await RefusalAsync(book, Deletion.Of(kind, id))).Message;
}
