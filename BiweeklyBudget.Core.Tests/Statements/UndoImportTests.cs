using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Tests.Statements.Ofx;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Statements;

public sealed class UndoImportTests
{
    private static readonly string First = OfxText.Checking(OfxText.Transaction("A", memo: "old") + OfxText.Transaction("B") + OfxText.Transaction("C"));
    private static readonly string Second = OfxText.Checking(OfxText.Transaction("A", "-12.50", memo: "old") + OfxText.Transaction("B") + OfxText.Transaction("D"), asOf: "20170729053000");

    [Theory]
    [OnBothEngines]
    public async Task An_undone_import_leaves_the_database_as_it_was(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await world.ImportedAsync(Undoable(First, "1.ofx"));
        var before = await world.ReadAsync(DatabaseSnapshot.TakeAsync);
        var second = await world.ImportedAsync(Undoable(Second, "2.ofx"));
        Assert.Equal((1, 2), (second.Added, second.Updated));

        Assert.Equal(new UndoneImport("2.ofx", Removed: 1, Restored: 2), (await UndoAsync(world, second.StatementId)).ValueOrThrow());

        Assert.Empty((await world.ReadAsync(DatabaseSnapshot.TakeAsync)).Since(before));
        Assert.Equal((1, 2), Counts(await world.ImportedAsync(Undoable(Second, "2.ofx"))));
    }

    [Theory]
    [OnBothEngines]
    public async Task Imports_are_undone_in_reverse_until_nothing_is_left(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var before = await world.ReadAsync(DatabaseSnapshot.TakeAsync);
        var first = await world.ImportedAsync(Undoable(First, "1.ofx"));
        var second = await world.ImportedAsync(Undoable(Second, "2.ofx"));

        Assert.Contains("later statement", Assert.IsType<Outcome<UndoneImport>.Refused>(await UndoAsync(world, first.StatementId)).Reason.Message, StringComparison.Ordinal);
        Assert.IsType<Outcome<UndoneImport>.Saved>(await UndoAsync(world, second.StatementId));
        Assert.IsType<Outcome<UndoneImport>.Saved>(await UndoAsync(world, first.StatementId));

        Assert.Empty((await world.ReadAsync(DatabaseSnapshot.TakeAsync)).Since(before));
        Assert.IsType<Outcome<UndoneImport>.Refused>(await UndoAsync(world, first.StatementId));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_is_reconciled_of_an_import_keeps_it(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await world.ImportedAsync(Undoable(First, "1.ofx"));
        var second = await world.ImportedAsync(Undoable(Second, "2.ofx"));
        foreach (var (fitId, isOfImport) in new[] { ("D", true), ("A", true), ("B", false) })
        {
            await world.ReadAsync(async c =>
            {
                await c.Reconciliations.ExecuteDeleteAsync();
                c.Reconciliations.Add(new Reconciliation { BankAccountId = 1, BankFitId = fitId, Note = "n", ReconciledAt = BankWorld.Now.UtcDateTime });
                return await c.SaveChangesAsync();
            });
            var before = await world.ReadAsync(DatabaseSnapshot.TakeAsync);
            var result = await UndoAsync(world, second.StatementId);
            if (isOfImport)
            {
                Assert.Contains("1 of its transactions is reconciled", Assert.IsType<Outcome<UndoneImport>.Refused>(result).Reason.Message, StringComparison.Ordinal);
                Assert.Empty((await world.ReadAsync(DatabaseSnapshot.TakeAsync)).Since(before));
            }
            else
            {
                // Known before and not changed: it was reconciled as it still is.
                Assert.IsType<Outcome<UndoneImport>.Saved>(result);
            }
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task An_entry_by_hand_on_the_statement_keeps_it(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var first = await world.ImportedAsync(Undoable(First, "1.ofx"));
        await world.ReadAsync(c =>
        {
            c.BankTransactions.Add(new BankTransaction { AccountId = 1, StatementId = first.StatementId, FitId = "20170728-MANUAL-CCPAYOFF", Name = BankTransactionFlags.ManualInterestName });
            return c.SaveChangesAsync();
        });

        Assert.Contains("by hand", Assert.IsType<Outcome<UndoneImport>.Refused>(await UndoAsync(world, first.StatementId)).Reason.Message, StringComparison.Ordinal);
    }

    [Theory]
    [OnBothEngines]
    public async Task An_account_keeps_the_records_of_its_last_ten_imports_only(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var ids = new List<int>();
        for (var file = 0; file < 12; file++)
        {
            ids.Add((await world.ImportedAsync(Undoable(OfxText.Checking(OfxText.Transaction($"F{file}")), $"{file}.ofx"))).StatementId);
        }

        await world.ImportedAsync(BankWorld.Upload(First, "script.ofx"));
        Assert.Equal(ids.Skip(2), (await world.ReadAsync(c => new ImportRecords(c).StatementsAsync(1, default))).Order());
        Assert.IsType<Outcome<UndoneImport>.Refused>(await UndoAsync(world, ids[0]));
        Assert.IsType<Outcome<UndoneImport>.Saved>(await UndoAsync(world, ids[5]));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_large_import_over_a_large_one_is_undone_too(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        static string Text(decimal amount) => OfxText.Checking(string.Concat(Enumerable.Range(0, 3_000).Select(i => OfxText.Transaction($"{Guid.NewGuid():n}"[..12] + i, FormattableString.Invariant($"{amount}")))));
        var text = Text(-5m);
        await world.ImportedAsync(Undoable(text, "1.ofx"));
        var before = await world.ReadAsync(DatabaseSnapshot.TakeAsync);
        var second = await world.ImportedAsync(Undoable(text.Replace(">-5<", ">-6<", StringComparison.Ordinal), "2.ofx"));
        Assert.Equal((0, 3_000), Counts(second));

        Assert.IsType<Outcome<UndoneImport>.Saved>(await UndoAsync(world, second.StatementId));

        Assert.Empty((await world.ReadAsync(DatabaseSnapshot.TakeAsync)).Since(before));
    }

    private static StatementUpload Undoable(string text, string name) => BankWorld.Upload(text, name) with { IsUndoable = true };

    private static (int Added, int Updated) Counts(ImportedStatement imported) => (imported.Added, imported.Updated);

    private static async Task<Outcome<UndoneImport>> UndoAsync(BankWorld world, int statementId)
    {
        await using var book = world.OpenBook();
        return await book.Statements.UndoAsync(statementId);
    }
}
