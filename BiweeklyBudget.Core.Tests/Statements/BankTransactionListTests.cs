using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Tests.Statements.Ofx;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Statements;

public sealed class BankTransactionListTests
{
    [Theory]
    [OnBothEngines]
    public async Task Rows_are_searched_filtered_sorted_and_paged(DatabaseEngine engine)
    {
        await using var world = await FilledAsync(engine);

        Assert.Equal(["2 B", "2 A", "1 D/4", "1 100%", "1 A"], await ReadAsync(world, new TableQuery { Order = [new("date", true), new("name", true)] }));
        Assert.Equal(["1 100%"], await ReadAsync(world, new TableQuery { Search = "5% o" }));
        Assert.Equal(["1 D/4"], await ReadAsync(world, new TableQuery { Search = "NOTE" }));
        Assert.Equal(["2 A", "2 B"], await ReadAsync(world, new TableQuery(), account: 2));
        Assert.Equal(["2 A"], await ReadAsync(world, new TableQuery { Order = [new("amount", false)], Skip = 0, Take = 1 }));
        foreach (var column in StatementSection.Columns)
        {
            Assert.Equal(5, (await ReadAsync(world, new TableQuery { Order = [new(column, true)] })).Count);
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task One_is_found_by_its_exact_id_with_account_statement_and_reconciliation(DatabaseEngine engine)
    {
        await using var world = await FilledAsync(engine);

        await using var book = world.OpenBook();
        var found = await book.Statements.FindAsync(2, "A");
        Assert.Equal(("Card", 10m, "card.ofx"), (found!.AccountName, found.AccountAmount, found.Statement!.FileName));
        Assert.Null(found.ReconciliationId);
        Assert.NotNull((await book.Statements.FindAsync(1, "D/4"))!.ReconciliationId);
        Assert.Null(await book.Statements.FindAsync(2, "a"));
        Assert.Null(await book.Statements.FindAsync(9, "A"));
    }

    [Theory]
    [OnBothEngines]
    public async Task Reads_take_a_constant_number_of_sql_statements(DatabaseEngine engine)
    {
        await using var world = await FilledAsync(engine);
        var counter = new StatementCounter();
        await using var context = world.Database.CreateContext(counter.Attach);

        Assert.Equal(3, await counter.CountAsync(() => new BankTransactionList(context).ReadAsync(new TableQuery { Search = "shop" }, 1, default)));
        Assert.Equal(1, await counter.CountAsync(() => new BankTransactionReader(context).FindAsync(1, "A", default)));
        Assert.Equal(1, await counter.CountAsync(() => new DownloadAccounts(context).ReadAsync(default)));
        Assert.Equal(2, await counter.CountAsync(() => new UndoableImports(context).ReadAsync(5, default)));
    }

    [Theory]
    [OnBothEngines]
    public async Task Accounts_for_downloads_are_those_with_a_configuration(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await world.ReadAsync(c =>
        {
            c.AddRange(
                new Account { Name = "Zeta", StatementDownloadJson = """{"a":1}""", AppendsMemoToName = true, IsActive = false },
                new Account { Name = "Alpha", StatementDownloadJson = "broken", VaultCredentialsPath = "p" },
                new Account { Name = "Empty", StatementDownloadJson = "{}" },
                new Account { Name = "List", StatementDownloadJson = "[1]", VaultCredentialsPath = "" },
                new Account { Name = "No list", StatementDownloadJson = "[]" },
                new Account { Name = "Surrogate", StatementDownloadJson = """{"a":["\ud800"]}""", VaultCredentialsPath = "s" },
                new Account { Name = "Surrogate name", StatementDownloadJson = """{"\udc00":1}""", VaultCredentialsPath = "s" },
                new Account { Name = "Too deep", StatementDownloadJson = new string('[', 65) + new string(']', 65), VaultCredentialsPath = "d" });
            return c.SaveChangesAsync();
        });

        await using var book = world.OpenBook();
        var accounts = await book.Statements.ListDownloadAccountsAsync();

        string[] expected =
        [
            """Alpha p {} False""", """List  [1] False""", """No list  [] False""", """Surrogate s {} False""", """Surrogate name s {} False""", """Too deep d {} False""", """Zeta  {"a":1} True""",
        ];
        Assert.Equal(expected, accounts.Select(a => $"{a.Name} {a.VaultPath} {a.Configuration.GetRawText()} {a.AppendsMemoToName}"));
    }

    private static async Task<BankWorld> FilledAsync(DatabaseEngine engine)
    {
        var world = await BankWorld.CreateAsync(engine);
        await world.ImportedAsync(BankWorld.Upload(OfxText.Checking(
            OfxText.Transaction("A", "-1", "SHOP") + OfxText.Transaction("100%", "-2", "SHOP x", "5% off") + OfxText.Transaction("D/4", "-9", "SHOP y"))) with
        { IsUndoable = true });
        await world.ImportedAsync(BankWorld.Upload(OfxText.Checking(OfxText.Transaction("A", date: "20170720") + OfxText.Transaction("B", date: "20170721")), "card.ofx", account: 2));
        await world.ReadAsync(async c =>
        {
            await c.BankTransactions.Where(t => t.FitId == "D/4").ExecuteUpdateAsync(set => set.SetProperty(t => t.Notes, "my note"));
            c.Reconciliations.Add(new Reconciliation { BankAccountId = 1, BankFitId = "D/4", Note = "n", ReconciledAt = BankWorld.Now.UtcDateTime });
            return await c.SaveChangesAsync();
        });
        return world;
    }

    private static async Task<List<string>> ReadAsync(BankWorld world, TableQuery query, int? account = null)
    {
        await using var book = world.OpenBook();
        return [.. (await book.Statements.ListAsync(query, account)).Rows.Select(r => $"{r.AccountId} {r.FitId}")];
    }
}
