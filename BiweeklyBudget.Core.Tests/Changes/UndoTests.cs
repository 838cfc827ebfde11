using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Tests.Statements.Ofx;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Core.Transfers;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Changes;

/// <summary>Changes are taken back, and refused to be taken back, by their record.</summary>
public sealed class UndoTests
{
    [Theory]
    [OnBothEngines]
    public async Task Every_operation_can_be_taken_back_in_reverse_and_done_again(DatabaseEngine engine)
    {
        await using var world = await EveryOperation.CreateWorldAsync(engine);
        var states = new List<SortedDictionary<string, string>> { await world.ReadAsync(TableImages.TakeAsync) };
        foreach (var (_, act) in EveryOperation.Saves)
        {
            await using var book = world.OpenBook();
            await act(book);
            states.Add(await world.ReadAsync(TableImages.TakeAsync));
        }

        await using var undoing = world.OpenBook();
        var changes = await world.ReadAsync(context => context.Changes.Select(change => change.Id).Order().ToListAsync());
        var undos = new List<long>();
        for (var index = changes.Count - 1; index >= 0; index--)
        {
            undos.Add((await undoing.Changes.UndoAsync(changes[index])).ValueOrThrow());
            Assert.Empty(TableImages.Difference(states[index], await world.ReadAsync(TableImages.TakeAsync)));
        }

        for (var index = 0; index < changes.Count; index++)
        {
            (await undoing.Changes.UndoAsync(undos[^(index + 1)])).ValueOrThrow();
            Assert.Empty(TableImages.Difference(states[index + 1], await world.ReadAsync(TableImages.TakeAsync)));
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task A_balance_moves_by_the_difference_and_what_others_booked_stays(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        await book.Transactions.SaveAsync(EveryOperation.Purchase(new Split(3, 17.56m)));
        await book.Transactions.SaveAsync(EveryOperation.Purchase(new Split(3, 100m)));
        await book.Budgets.SaveAsync((await book.Budgets.FindAsync(3))!.ToChange() with { CurrentBalance = 2000m });
        await world.ChangeAsync(context => context.Budgets.Where(budget => budget.Id == 3).ExecuteUpdateAsync(set => set.SetProperty(budget => budget.CurrentBalance, budget => budget.CurrentBalance - 0.01m)));

        var undo = (await book.Changes.UndoAsync(1)).ValueOrThrow();
        Assert.Equal(2017.55m, await world.BalanceAsync(3));
        Assert.Equal(1, await world.ReadAsync(context => context.Transactions.CountAsync()));
        (await book.Changes.UndoAsync(3)).ValueOrThrow();
        Assert.Equal(1617.56m - 100m - 0.01m, await world.BalanceAsync(3));
        await book.Budgets.SaveAsync((await book.Budgets.FindAsync(3))!.ToChange() with { Name = "Trip" });
        (await book.Changes.UndoAsync(undo)).ValueOrThrow();
        Assert.Equal("Trip", (await book.Budgets.FindAsync(3))!.Name);
        Assert.Equal(1617.56m - 100m - 17.56m - 0.01m, await world.BalanceAsync(3));
        Assert.Equal(new() { [3] = 17.56m }, await world.SplitsAsync(1));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_change_is_taken_back_once(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        await book.Transactions.SaveAsync(EveryOperation.Purchase(new Split(3, 5m)));
        Assert.Equal(2, (await book.Changes.UndoAsync(1)).ValueOrThrow());
        Assert.Equal((ProblemCode.Repeated, "Change 1 was already taken back, by change 2."), await RefusalAsync(book, 1));
        Assert.Equal(3, (await book.Changes.UndoAsync(2)).ValueOrThrow());
        Assert.Equal((ProblemCode.Repeated, "Change 1 was already taken back, by change 2. Change 3 has done it again; take that one back."), await RefusalAsync(book, 1));
        Assert.Equal((ProblemCode.NotFound, "There is no change 99."), await RefusalAsync(book, 99));
        Assert.Equal(4, (await book.Changes.UndoAsync(3)).ValueOrThrow());
        Assert.Equal(1617.56m, await world.BalanceAsync(3));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_was_changed_since_is_named_and_stays(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        book.Who = "Ann";
        var id = (await book.Transactions.SaveAsync(EveryOperation.Purchase(new Split(3, 5m)))).ValueOrThrow();
        var stored = (await book.Transactions.FindAsync(id))!.ToChange();
        await book.Transactions.SaveAsync(stored with { Notes = "more" });
        Assert.Equal((ProblemCode.Outdated, "Transaction 1 was changed again on 2017-07-28 by Ann, by change 2; take that one back first."), await RefusalAsync(book, 1));

        // Changed back by hand, it is as the first change left it, and yet not the first change's.
        await book.Transactions.SaveAsync(stored);
        Assert.Equal((ProblemCode.Outdated, "Transaction 1 was changed again on 2017-07-28 by Ann, by change 3; take that one back first."), await RefusalAsync(book, 1));
        (await book.Changes.UndoAsync(3)).ValueOrThrow();
        (await book.Changes.UndoAsync(2)).ValueOrThrow();
        (await book.Changes.UndoAsync(1)).ValueOrThrow();
        Assert.Equal(0, await world.ReadAsync(context => context.Transactions.CountAsync()));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_another_program_changed_stays(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        await book.Transactions.SaveAsync(EveryOperation.Purchase(new Split(3, 5m)));
        await world.ChangeAsync(context => context.TransactionSplits.ExecuteUpdateAsync(set => set.SetProperty(split => split.Amount, 6m)));
        Assert.Equal((ProblemCode.Outdated, "Split 1 of transaction 1 was changed by another program since; nothing was changed."), await RefusalAsync(book, 1));
        await world.ChangeAsync(context => context.TransactionSplits.ExecuteDeleteAsync());
        Assert.Equal((ProblemCode.Outdated, "Split 1 of transaction 1 was removed by another program since; nothing was changed."), await RefusalAsync(book, 1));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_others_use_stays(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var account = (await book.Accounts.SaveAsync(new AccountChange { Name = "Wallet", Type = Core.Money.AccountType.Cash })).ValueOrThrow();
        var budget = (await book.Budgets.SaveAsync(new BudgetChange { Name = "Gifts", Kind = BudgetKind.Standing, CurrentBalance = 5m })).ValueOrThrow();
        await book.Transactions.SaveAsync(EveryOperation.Purchase(new Split(budget, 1m), new Split(3, 1m)) with { AccountId = account });
        Assert.Equal((ProblemCode.InUse, "Account 5 is used by transaction 1; nothing was changed."), await RefusalAsync(book, 1));
        Assert.Equal((ProblemCode.InUse, "Budget 7 is used by split 1 of transaction 1; nothing was changed."), await RefusalAsync(book, 2));
        (await book.Changes.UndoAsync(3)).ValueOrThrow();
        await world.ChangeAsync(context => context.Budgets.Where(row => row.Id == budget).ExecuteUpdateAsync(set => set.SetProperty(row => row.CurrentBalance, 5.01m)));
        Assert.Equal((ProblemCode.Outdated, "The balance of budget Gifts was changed by another program since; nothing was changed."), await RefusalAsync(book, 2));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_is_reconciled_stays(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        await book.Transactions.SaveAsync(EveryOperation.Purchase(new Split(3, 10m)));
        await book.Statements.ImportAsync(EveryOperation.Upload(OfxText.Checking(OfxText.Transaction("A")), "a.ofx"));
        await book.Reconciling.SaveAsync(new ReconciliationBatch { Transactions = [new(1, new BankTransactionKey(1, "A"))] });
        Assert.Equal((ProblemCode.Reconciled, "Transaction 1 is reconciled; undo its reconciliation first."), await RefusalAsync(book, 1));
        Assert.Equal((ProblemCode.Reconciled, "Bank transaction A of account 1 is reconciled; undo its reconciliation first."), await RefusalAsync(book, 2));
        await book.Reconciling.UndoAsync(1);
        await book.Reconciling.SaveAsync(new ReconciliationBatch { Transactions = [new(1)] });
        Assert.Equal((ProblemCode.Reconciled, "Transaction 1 was reconciled again meanwhile; nothing was changed."), await RefusalAsync(book, 4));
        (await book.Changes.UndoAsync(5)).ValueOrThrow();
        (await book.Changes.UndoAsync(4)).ValueOrThrow();
        (await book.Changes.UndoAsync(3)).ValueOrThrow();
        (await book.Changes.UndoAsync(2)).ValueOrThrow();
        (await book.Changes.UndoAsync(1)).ValueOrThrow();
        Assert.Equal(1617.56m, await world.BalanceAsync(3));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_was_reconciled_before_gets_back_what_it_was_reconciled_as(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        await book.Statements.ImportAsync(EveryOperation.Upload(OfxText.Checking(OfxText.Transaction("A")), "a.ofx"));
        await book.Reconciling.SaveAsync(new ReconciliationBatch { Ignored = [new(new BankTransactionKey(1, "A"), "not mine")] });
        await book.Statements.ImportAsync(EveryOperation.Upload(OfxText.Checking(OfxText.Transaction("A", "-11.00")), "b.ofx"));
        (await book.Changes.UndoAsync(3)).ValueOrThrow();
        Assert.Equal(-10m, (await book.Statements.FindAsync(1, "A"))!.Amount);
        Assert.Equal((ProblemCode.Reconciled, "Bank transaction A of account 1 is reconciled; undo its reconciliation first."), await RefusalAsync(book, 1));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_name_that_is_somebody_elses_now_is_not_taken_from_him(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        await book.Budgets.SaveAsync((await book.Budgets.FindAsync(3))!.ToChange() with { Name = "Trip" });
        await book.Budgets.SaveAsync(new BudgetChange { Name = "holiday", Kind = BudgetKind.Standing, CurrentBalance = 0m });
        Assert.Equal((ProblemCode.Taken, "The name Holiday was given to another budget meanwhile; nothing was changed."), await RefusalAsync(book, 1));
        await book.Accounts.SaveAsync((await book.Accounts.FindAsync(1))!.ToChange() with { Name = "Giro" });
        await book.Accounts.SaveAsync((await book.Accounts.FindAsync(2))!.ToChange() with { Name = "Checking" });
        Assert.Equal((ProblemCode.Taken, "The name Checking was given to another account meanwhile; nothing was changed."), await RefusalAsync(book, 3));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_would_come_again_needs_what_it_belongs_to(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var account = (await book.Accounts.SaveAsync(new AccountChange { Name = "Wallet", Type = Core.Money.AccountType.Cash })).ValueOrThrow();
        await book.Transactions.SaveAsync(EveryOperation.Purchase(new Split(3, 1m)) with { AccountId = account });
        var undone = (await book.Changes.UndoAsync(2)).ValueOrThrow();
        (await book.Changes.UndoAsync(1)).ValueOrThrow();
        Assert.Equal((ProblemCode.NotFound, "Account 5 is gone; nothing was changed."), await RefusalAsync(book, undone));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_reconciliation_does_not_come_again_without_its_bank_transaction(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var transaction = (await book.Transactions.SaveAsync(EveryOperation.Purchase(new Split(3, 5m)))).ValueOrThrow();
        (await book.Statements.ImportAsync(EveryOperation.Upload(OfxText.Checking(OfxText.Transaction("A")), "a.ofx"))).ValueOrThrow();
        (await book.Reconciling.SaveAsync(new ReconciliationBatch { Transactions = [new(transaction, new BankTransactionKey(1, "A"))] })).ValueOrThrow();
        (await book.Changes.UndoAsync(3)).ValueOrThrow();
        var removed = (await book.Changes.UndoAsync(2)).ValueOrThrow();
        Assert.Equal((ProblemCode.NotFound, "Bank transaction A of account 1 is gone; nothing was changed."), await RefusalAsync(book, 4));

        (await book.Changes.UndoAsync(removed)).ValueOrThrow();
        (await book.Changes.UndoAsync(4)).ValueOrThrow();
        Assert.Equal([transaction], await book.Database.Reconciliations.Select(row => row.TransactionId!.Value).ToListAsync());
    }

    [Theory]
    [OnBothEngines]
    public async Task A_secret_stays_as_it_is_stored(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        await book.Accounts.SaveAsync((await book.Accounts.FindAsync(1))!.ToChange() with { Description = "x", VaultCredentialsPath = "secret/a" });
        (await book.Changes.UndoAsync(1)).ValueOrThrow();
        var account = (await book.Accounts.FindAsync(1))!;
        Assert.Equal((null, "secret/a"), (account.Description, account.VaultCredentialsPath));
    }

    [Theory]
    [OnBothEngines]
    public async Task Sixteen_who_take_one_change_back_at_once_do_it_once(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using (var book = world.OpenBook())
        {
            await book.Transfers.SaveAsync(new BudgetTransfer { Date = EveryOperation.Day, Amount = 40m, AccountId = 1, FromBudgetId = 3, ToBudgetId = 4 });
        }

        // Two hosts, eight books each.
        var hosts = new[] { await BudgetEngine.OpenAsync(world.Database.Url), await BudgetEngine.OpenAsync(world.Database.Url) };
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(async () =>
        {
            await using var book = hosts[number % 2].OpenBook();
            return await book.Changes.UndoAsync(1);
        })));
        Assert.Single(outcomes.OfType<Outcome<long>.Saved>());
        Assert.All(outcomes.OfType<Outcome<long>.Refused>(), refused => Assert.Contains(refused.Reason.Code, new[] { ProblemCode.Repeated, ProblemCode.Busy }));
        Assert.Equal((1617.56m, 9482.29m), (await world.BalanceAsync(3), await world.BalanceAsync(4)));
        Assert.Equal(0, await world.ReadAsync(context => context.Transactions.CountAsync()));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_large_import_is_taken_back_and_done_again(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var before = await world.ReadAsync(TableImages.TakeAsync);
        var text = OfxText.Checking(string.Concat(Enumerable.Range(0, 2_500).Select(number => OfxText.Transaction($"F{number}"))));
        (await book.Statements.ImportAsync(EveryOperation.Upload(text, "a.ofx") with { IsUndoable = true })).ValueOrThrow();
        var after = await world.ReadAsync(TableImages.TakeAsync);
        var undone = (await book.Changes.UndoAsync(1)).ValueOrThrow();
        Assert.Empty(TableImages.Difference(before, await world.ReadAsync(TableImages.TakeAsync)));
        (await book.Changes.UndoAsync(undone)).ValueOrThrow();
        Assert.Empty(TableImages.Difference(after, await world.ReadAsync(TableImages.TakeAsync)));
    }

    [Theory]
    [OnBothEngines]
    public async Task Changes_are_listed_by_time_record_kind_and_user(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        book.Who = "Ann";
        await book.Transactions.SaveAsync(EveryOperation.Purchase(new Split(3, 5m)));
        var stored = (await book.Transactions.FindAsync(1))!.ToChange();
        await book.Transactions.SaveAsync(stored with { Splits = [new Split(4, 5m)] });
        book.Who = null;
        await book.Transactions.SaveAsync(EveryOperation.Purchase([.. Enumerable.Range(1, 4).Select(budget => new Split(budget, 1m))]));
        await book.Statements.ImportAsync(EveryOperation.Upload(OfxText.Checking(string.Concat(Enumerable.Range(0, 30).Select(number => OfxText.Transaction($"F{number}")))), "a.ofx"));
        await book.Changes.UndoAsync(2);

        Assert.Equal([5, 4, 3, 2, 1], await IdsAsync(null));
        Assert.Equal([5, 2, 1], await IdsAsync(new() { Record = RecordKey.Of(RecordKind.Transaction, 1) }));
        Assert.Equal([4], await IdsAsync(new() { Record = RecordKey.OfBankTransaction(1, "F7") }));
        Assert.Empty(await IdsAsync(new() { Record = RecordKey.OfBankTransaction(1, "f7") }));
        Assert.Equal([2, 1], await IdsAsync(new() { Who = "Ann" }));
        Assert.Equal([3, 2, 1], await IdsAsync(new() { Operation = "SaveTransaction" }));
        Assert.Equal([2], await IdsAsync(new() { IsUndone = true }));
        Assert.Equal([5, 4, 3, 1], await IdsAsync(new() { IsUndone = false }));
        var now = FormOperations.Now.UtcDateTime;
        Assert.Equal(5, (await IdsAsync(new() { From = now, To = now.AddSeconds(1) })).Count);
        Assert.Empty(await IdsAsync(new() { To = now }));
        var page = await book.Changes.ListAsync(skip: 1, take: 2);
        Assert.Equal((5, 5), (page.Total, page.Filtered));
        // 30 lines, the statement, its balance, and the mark by which the file is known again.
        Assert.Equal([(4L, 33, ChangeSection.MostListedRecords), (3L, 7, 7)], page.Rows.Select(change => (change.Id, change.RecordCount, change.Records.Count)));

        var second = (await book.Changes.FindAsync(2))!;
        Assert.Equal((2L, now, "Ann", "SaveTransaction", null, 5L), (second.Id, second.At, second.Who, second.Operation, second.UndoneChangeId, second.UndoneById));
        var holiday = second.Records.Single(record => record.Record == RecordKey.Of(RecordKind.Budget, 3));
        Assert.Equal((1612.56m, 1617.56m), (holiday.Before!["CurrentBalance"], holiday.After!["CurrentBalance"]));
        var split = second.Records.Single(record => record.After is null);
        Assert.Equal((RecordKind.Split, "1\n1", 5m), (split.Record.Kind, split.Record.Key, split.Before!["Amount"]));
        Assert.Equal(33, (await book.Changes.FindAsync(4))!.Records.Count);
        Assert.Null(await book.Changes.FindAsync(99));

        async Task<List<long>> IdsAsync(ChangeFilter? filter) => [.. (await book.Changes.ListAsync(filter)).Rows.Select(change => change.Id)];
    }

    private static async Task<(ProblemCode Code, string Message)> RefusalAsync(BudgetBook book, long change)
    {
        var reason = Assert.IsType<Outcome<long>.Refused>(await book.Changes.UndoAsync(change)).Reason;
        return (reason.Code, reason.Message);
    }
}
