using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Tests.Statements.Ofx;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Statements;

public sealed class PreviewImportTests
{
    private static readonly string First = OfxText.Checking(OfxText.Transaction("A") + OfxText.Transaction("B") + OfxText.Transaction("X1", "-7", "RENT"));

    private static readonly string Second = OfxText.Checking(
        OfxText.Transaction("A") + OfxText.Transaction("B", "-11") + OfxText.Transaction("C") + OfxText.Transaction("X2", "-7", "RENT") + OfxText.Transaction("D", date: "20180101") + OfxText.Transaction("C", name: "AGAIN"),
        asOf: "20170727053000");

    [Theory]
    [OnBothEngines]
    public async Task A_preview_says_what_is_new_what_is_known_and_what_looks_odd(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await world.ImportedAsync(BankWorld.Upload(First, "first.ofx"));
        var before = await world.ReadAsync(DatabaseSnapshot.TakeAsync);

        var preview = Assert.Single((await PreviewAsync(world, Second)).Statements);

        Assert.Equal((1, true, null), (preview.AccountId, preview.IsRecognized, preview.DuplicateOf));
        Assert.Equal("ending in 2333", preview.MaskedNumber);
        Assert.Equal(
            ["A Known ", "B Changed amount was -10.00", "X2 New like one that is there already under another id", "D New dated in the future", "C New "],
            preview.Transactions.Select(t => $"{t.FitId} {t.State} {t.Oddity}"));
        Assert.Equal(["The statement is older than the newest one of this account.", "The file lists 1 transactions more than once; what it says last counts."], preview.Oddities);
        Assert.Empty((await world.ReadAsync(DatabaseSnapshot.TakeAsync)).Since(before));

        // The import does what the preview says.
        var imported = await world.ImportedAsync(BankWorld.Upload(Second, "second.ofx"));
        Assert.Equal((preview.Count(PreviewState.New), preview.Count(PreviewState.Known) + preview.Count(PreviewState.Changed)), (imported.Added, imported.Updated));
    }

    [Theory]
    [OnBothEngines]
    public async Task An_account_that_nobody_knows_can_be_chosen(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await world.ImportedAsync(BankWorld.Upload(OfxText.Checking("", "999"), "first.ofx"));
        Assert.Null(Assert.Single((await PreviewAsync(world, First)).Statements).AccountId);

        var preview = Assert.Single((await PreviewAsync(world, First, (0, 1))).Statements);

        Assert.Equal((1, false), (preview.AccountId, preview.IsRecognized));
        Assert.Contains(preview.Oddities, o => o.Contains("not the one of earlier statements", StringComparison.Ordinal));
    }

    [Theory]
    [OnBothEngines]
    public async Task Each_statement_of_a_file_finds_its_own_account(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await world.ImportedAsync(BankWorld.Upload(OfxText.Checking("", "000111222444"), "savings.ofx", account: 3));
        await using var book = world.OpenBook();
        var preview = await book.Statements.PreviewAsync("multi.ofx", new MemoryStream(await File.ReadAllBytesAsync(TestData.Fixture("ofx/11_multi_account.ofx"))), new Dictionary<int, int> { [2] = 2 });

        Assert.Equal([null, 3, 2], preview.Statements.Select(s => s.AccountId));
    }

    [Fact]
    public async Task A_file_that_was_imported_or_cannot_be_read_says_so()
    {
        await using var world = await BankWorld.CreateAsync(DatabaseEngine.Sqlite);
        var imported = await world.ImportedAsync(BankWorld.Upload(First, "second.ofx"));

        Assert.Equal(imported.StatementId, Assert.Single((await PreviewAsync(world, First)).Statements).DuplicateOf);
        Assert.StartsWith("The ofx file is empty!", (await PreviewAsync(world, "nothing")).Mistake, StringComparison.Ordinal);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_preview_takes_the_same_statements_of_sql_whatever_the_account_holds(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        async Task<int> CountAsync(int from, string name)
        {
            var text = OfxText.Checking(string.Concat(Enumerable.Range(from, 400).Select(i => OfxText.Transaction($"F{i}"))));
            var counter = new StatementCounter();
            await using var book = world.OpenBook(world.Database.CreateContext(counter.Attach));
            await book.Statements.PreviewAsync(name, OfxText.Bytes(text), new Dictionary<int, int> { [0] = 1 });
            await world.ImportedAsync(BankWorld.Upload(text, name));
            return counter.Count;
        }

        Assert.Equal(await CountAsync(0, "1.ofx"), await CountAsync(200, "2.ofx"));
    }

    private static async Task<FilePreview> PreviewAsync(BankWorld world, string text, params (int Number, int Account)[] chosen)
    {
        await using var book = world.OpenBook();
        return await book.Statements.PreviewAsync("second.ofx", OfxText.Bytes(text), chosen.ToDictionary(c => c.Number, c => c.Account));
    }
}
