using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Reconciling;

public sealed class ReconcileStatementCountTests(LargeDatabases large) : IClassFixture<LargeDatabases>
{
    private static readonly DateOnly Begin = new(2000, 1, 1);

    [Theory]
    [OnBothEngines]
    public async Task The_lists_take_two_and_one_statements_and_a_reconciliation_two_over_little_and_much_data(DatabaseEngine engine)
    {
        await using var empty = await TestDatabase.CreatedAsync(engine);
        Assert.Equal((2, 1), await CountListsAsync(empty));
        var database = await large.OnAsync(engine);
        Assert.Equal((2, 1), await CountListsAsync(database));

        var counter = new StatementCounter();
        await using var context = database.CreateContext(counter.Attach);
        var id = await context.Reconciliations.Where(r => r.TransactionId != null && r.BankFitId != null).MaxAsync(r => r.Id);
        Assert.Equal(2, await counter.CountAsync(async () => Assert.NotNull(await new ReconciliationReader(context).FindAsync(id, default))));
    }

    [Theory]
    [OnBothEngines]
    public async Task The_lists_over_much_data_hold_what_looking_at_every_row_finds(DatabaseEngine engine)
    {
        await using var context = (await large.OnAsync(engine)).CreateContext();
        var reader = new UnreconciledReader(context, await context.OpenItemsAsync(Begin));
        var takesPart = await context.Accounts.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.IsReconciled);
        var reconciliations = await context.Reconciliations.AsNoTracking().ToListAsync();
        var (done, doneAtBank) = (reconciliations.Select(r => r.TransactionId).ToHashSet(), reconciliations.Select(r => (r.BankAccountId, r.BankFitId)).ToHashSet());

        var transactions = await context.Transactions.AsNoTracking().Include(t => t.Splits).ToListAsync();
        Assert.Equal(
            transactions.Where(t => !done.Contains(t.Id) && takesPart[t.AccountId!.Value]).OrderBy(t => t.Date).ThenBy(t => t.Id).Select(t => (t.Id, t.Splits.Sum(s => s.Amount))),
            (await reader.ReadTransactionsAsync(Begin, default)).Select(t => (t.Id, t.Amount)));
        var bankTransactions = await context.BankTransactions.AsNoTracking().ToListAsync();
        Assert.Equal(
            bankTransactions
                .Where(t => !doneAtBank.Contains((t.AccountId, t.FitId)) && takesPart[t.AccountId] && t is { IsPayment: not true, IsLateFee: not true, IsInterestCharge: not true, IsOtherFee: not true, IsInterestPayment: not true })
                .Select(t => (t.AccountId, t.FitId)).Order(),
            (await reader.ReadBankTransactionsAsync(Begin, default)).Select(t => (t.Key.AccountId, t.Key.FitId)).Order());
    }

    private static async Task<(int Transactions, int BankTransactions)> CountListsAsync(TestDatabase database)
    {
        var counter = new StatementCounter();
        await using var context = database.CreateContext(counter.Attach);
        var reader = new UnreconciledReader(context, await context.OpenItemsAsync(Begin));
        return (
            await counter.CountAsync(() => reader.ReadTransactionsAsync(Begin, default)),
            await counter.CountAsync(() => reader.ReadBankTransactionsAsync(Begin, default)));
    }
}
