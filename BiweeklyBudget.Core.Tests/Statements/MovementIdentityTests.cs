using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Tests.Statements.Ofx;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Statements;

/// <summary>Which transactions of a file are which rows (docs/adr/0026), and what becomes of rows that the bank takes back.</summary>
public sealed class MovementIdentityTests
{
    [Theory]
    [OnBothEngines]
    public async Task One_id_is_one_movement_while_only_amount_or_text_or_day_changed_within_ten_days(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await ImportAsync(world, OfxText.Transaction("1", "-20", "CAFE", date: "20170706"));

        Assert.Equal((0, 1), await ImportAsync(world, OfxText.Transaction("1", "-23", "CAFE", date: "20170707")));
        Assert.Equal((0, 1), await ImportAsync(world, OfxText.Transaction("1", "-23", "CAFE ROMA 12", date: "20170717")));
        Assert.Equal((1, 0), await ImportAsync(world, OfxText.Transaction("1", "-23", "CAFE ROMA 12", date: "20170728")));
        Assert.Equal((1, 0), await ImportAsync(world, OfxText.Transaction("1", "-2", "FEE", date: "20170717")));
        Assert.Equal((0, 3), await ImportAsync(world, OfxText.Transaction("1", "-2", "FEE", date: "20170717") + OfxText.Transaction("1", "-23", "CAFE ROMA 12", date: "20170728") + OfxText.Transaction("1", "-23", "CAFE ROMA 12", date: "20170717")));
        Assert.Equal(["2017-07-17 -2 FEE", "2017-07-17 -23 CAFE ROMA 12", "2017-07-28 -23 CAFE ROMA 12"], await RowsAsync(world));
    }

    [Theory]
    [InlineData("-20", "SHOP", "a", "-20", "BAKERY", "b", "Same")]
    [InlineData("-20", "SHOP", "a", "-20", "shop", " A ", "Equal")]
    [InlineData("-20", "SHOP", "first", "-23", "SHOP", "corrected", "Corrected")]
    [InlineData("-20", "Deposit", "", "-23", "Deposit corrected", "", "Corrected")]
    [InlineData("-20", "SHOP 1", "", "-23", "SHOP 12", "", "None")]
    [InlineData("-20", "", "a", "-23", "", "b", "None")]
    [InlineData("-86.40", "HOTEL LISBOA", "", "-2.59", "FOREIGN TRANSACTION FEE", "", "None")]
    public void Two_of_a_day_are_alike_by_amount_and_by_name(string amount, string name, string memo, string otherAmount, string otherName, string otherMemo, string likeness)
    {
        var (day, instant) = (new DateOnly(2017, 7, 6), new DateTime(2017, 7, 6));
        var one = Movement.Of(day, instant, decimal.Parse(amount, CultureInfo.InvariantCulture), name, memo);
        var other = Movement.Of(day, instant, decimal.Parse(otherAmount, CultureInfo.InvariantCulture), otherName, otherMemo);

        Assert.Equal(likeness, one.To(other).ToString());
        Assert.Equal(one.To(other), other.To(one));
        var index = new MovementIndex<string>();
        index.Add("1", "one", one);
        Assert.Equal(likeness == "None" ? null : "one", index.Find("1", other, Likeness.Corrected, (_, _) => true));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_bank_that_numbers_all_alike_loses_nothing_and_the_warning_says_so(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var many = string.Concat(Enumerable.Range(0, 700).Select(n => OfxText.Transaction("0", $"-{n + 1}", $"SHOP {n}")));

        var saved = Assert.IsType<Outcome<ImportedStatement>.Saved>(await world.ImportAsync(BankWorld.Upload(OfxText.Checking(many))));

        Assert.Equal(700, saved.Value.Added);
        Assert.Contains("The bank gave the id 0 to different transactions", saved.Warnings[0], StringComparison.Ordinal);
        Assert.Equal((0, 700), await ImportAsync(world, many));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_long_id_that_is_used_twice_is_found_again(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var id = new string('é', 255);
        var both = OfxText.Transaction(id, "-1", "ONE", date: "20170501") + OfxText.Transaction(id, "-2", "TWO", date: "20170701");

        Assert.Equal((2, 0), await ImportAsync(world, both));
        Assert.Equal((0, 2), await ImportAsync(world, both));
        Assert.All(await world.TransactionsAsync(), row => Assert.InRange(row.FitId.Length, 1, 255));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_reconciled_row_keeps_what_it_says_and_the_banks_later_word_stands_beside_it(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await ImportAsync(world, OfxText.Transaction("1", "-20", "CAFE"));
        await ReconcileAsync(world, "1");
        var undoable = BankWorld.Upload(OfxText.Checking(OfxText.Transaction("1", "-23", "CAFE")), "tip.ofx") with { IsUndoable = true };

        var saved = Assert.IsType<Outcome<ImportedStatement>.Saved>(await world.ImportAsync(undoable));

        Assert.Equal(["Transaction 1 is reconciled and stays as it is: 2017-07-06, -20.00, CAFE. The bank says now: 2017-07-06, -23.00, CAFE."], saved.Warnings);
        Assert.Equal(["2017-07-06 -20 CAFE"], await RowsAsync(world));
        await using (var book = world.OpenBook())
        {
            Assert.Equal("The bank says now: 2017-07-06, -23.00, CAFE.", (await book.Statements.FindAsync(1, "1"))!.LaterWord);
        }

        // The bank goes on from its own word: that is no new movement.
        Assert.Equal((0, 1), await ImportAsync(world, OfxText.Transaction("1", "-23", "CAFE ROMA")));
        Assert.Equal(["2017-07-06 -20 CAFE"], await RowsAsync(world));
        await world.ReadAsync(c => c.Reconciliations.ExecuteDeleteAsync());
        Assert.Equal((0, 1), await ImportAsync(world, OfxText.Transaction("1", "-23", "CAFE ROMA")));
        Assert.Equal(["2017-07-06 -23 CAFE ROMA"], await RowsAsync(world));
        Assert.DoesNotContain(await world.ReadAsync(c => c.StoredSettings.ToListAsync()), setting => setting.Name.StartsWith("bb-bank/", StringComparison.Ordinal));
    }

    [Theory]
    [OnBothEngines]
    public async Task Undoing_an_import_brings_back_what_the_bank_took_back_by_it(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await ImportAsync(world, OfxText.Transaction("C1", "-50", "HOTEL") + OfxText.Transaction("C2", "-20", "TWICE"));
        await world.ReadAsync(c => c.BankTransactions.ExecuteUpdateAsync(set => set.SetProperty(t => t.Description, "mine")));
        var before = await world.ReadAsync(DatabaseSnapshot.TakeAsync);

        var correction = BankWorld.Upload(OfxText.Checking(Correction("C3", "-45", "HOTEL", "C1", "REPLACE") + Correction("C4", "-20", "TWICE", "C2", "DELETE")), "correction.ofx") with { IsUndoable = true };
        var imported = await world.ImportedAsync(correction);
        Assert.Equal((1, 0), (imported.Added, imported.Updated));
        Assert.Equal("mine", Assert.Single(await world.TransactionsAsync()).Description);
        await using var book = world.OpenBook();
        Assert.IsType<Outcome<UndoneImport>.Saved>(await book.Statements.UndoAsync(imported.StatementId));

        Assert.Empty((await world.ReadAsync(DatabaseSnapshot.TakeAsync)).Since(before));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_correction_is_obeyed_whichever_file_comes_first_and_a_reconciled_row_is_named(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var correction = Correction("C3", "-45", "HOTEL", "C1", "REPLACE") + Correction("C4", "-20", "TWICE", "C2", "DELETE");
        await ImportAsync(world, correction);
        await ImportAsync(world, OfxText.Transaction("C1", "-50", "HOTEL") + OfxText.Transaction("C2", "-20", "TWICE"));
        Assert.Equal(["2017-07-06 -45 HOTEL"], await RowsAsync(world));

        await ReconcileAsync(world, "C3");
        var saved = Assert.IsType<Outcome<ImportedStatement>.Saved>(await world.ImportAsync(BankWorld.Upload(OfxText.Checking(Correction("C5", "-40", "HOTEL", "C3", "REPLACE")), "again.ofx")));
        Assert.Contains("Transaction C3 is reconciled and stays as it is", Assert.Single(saved.Warnings), StringComparison.Ordinal);
        Assert.Equal(["2017-07-06 -45 HOTEL"], await RowsAsync(world));
    }

    [Theory]
    [OnBothEngines]
    public async Task Rows_that_an_earlier_version_or_upstream_stored_are_found_again(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await ImportAsync(world, OfxText.Transaction("A", date: "20170706000000[+10:AEST]"));
        await world.ReadAsync(c => c.BankTransactions.ExecuteUpdateAsync(set => set.SetProperty(t => t.PostedDay, (DateOnly?)null)));

        Assert.Equal((0, 1), await ImportAsync(world, OfxText.Transaction("A", date: "20170706000000[+10:AEST]")));
        Assert.Equal(new DateOnly(2017, 7, 6), Assert.Single(await world.TransactionsAsync()).PostedDay);
    }

    [Theory]
    [OnBothEngines]
    public async Task The_memo_may_move_into_the_name_and_back(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var file = OfxText.Transaction("A", "-1", "SHOP", "TILL 4") + OfxText.Transaction("", "-2", "CINEMA", "SEAT");
        await ImportAsync(world, file);
        foreach (var appends in new[] { true, false, true })
        {
            await world.ReadAsync(c => c.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.AppendsMemoToName, appends)));
            Assert.Equal((0, 2), await ImportAsync(world, file));
        }
    }

    private static string Correction(string fitId, string amount, string name, string corrected, string action) =>
        OfxText.Transaction(fitId, amount, name).Replace("<NAME>", $"<CORRECTFITID>{corrected}<CORRECTACTION>{action}<NAME>", StringComparison.Ordinal);

    private static async Task<(int Added, int Updated)> ImportAsync(BankWorld world, string transactions)
    {
        var imported = await world.ImportedAsync(BankWorld.Upload(OfxText.Checking(transactions), $"{Guid.NewGuid():n}.ofx"));
        return (imported.Added, imported.Updated);
    }

    private static async Task<IEnumerable<string>> RowsAsync(BankWorld world) =>
        (await world.TransactionsAsync()).Select(row => FormattableString.Invariant($"{BankDay.Of(row.DatePosted, row.PostedDay):yyyy-MM-dd} {row.Amount:0.##} {row.Name}")).Order(StringComparer.Ordinal);

    private static Task<int> ReconcileAsync(BankWorld world, string fitId) => world.ReadAsync(c =>
    {
        c.Reconciliations.Add(new Reconciliation { BankAccountId = 1, BankFitId = fitId, ReconciledAt = BankWorld.Now.UtcDateTime });
        return c.SaveChangesAsync();
    });
}
