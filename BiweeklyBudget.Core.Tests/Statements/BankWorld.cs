using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Statements.Ofx;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace BiweeklyBudget.Core.Tests.Statements;

/// <summary>A database to import files into. Accounts: 1 Checking (Bank, marks late fees), 2 Card (Credit), 3 Broker (Investment).</summary>
internal sealed class BankWorld : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2017, 7, 28, 6, 24, 44, TimeSpan.Zero);

    private BankWorld(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public static async Task<BankWorld> CreateAsync(DatabaseEngine engine)
    {
        var world = new BankWorld(await TestDatabase.CreatedAsync(engine));
        await using var context = world.Database.CreateContext();
        context.AddRange(
            new Account { Id = 1, Name = "Checking", Type = AccountType.Bank, LateFeePattern = "^late" },
            new Account { Id = 2, Name = "Card", Type = AccountType.Credit, NegatesBankAmounts = true },
            new Account { Id = 3, Name = "Broker", Type = AccountType.Investment });
        await context.SaveChangesAsync();
        return world;
    }

    public static StatementUpload Upload(string text, string name = "a.ofx", int account = 1) => new() { AccountId = account, FileName = name, Content = OfxText.Bytes(text) };

    /// <summary>A book over the database, or over a context of it.</summary>
    public BudgetBook OpenBook(BudgetDbContext? context = null) => BookOf(context ?? Database.CreateContext(), Now);

    public static BudgetBook BookOf(BudgetDbContext context, DateTimeOffset now)
    {
        var settings = new BudgetSettings { ConnectionString = "sqlite:///none.db" };
        return new BudgetBook(new BookSession(context, () => settings, new FakeTimeProvider(now), _ => settings));
    }

    public async Task<Outcome<ImportedStatement>> ImportAsync(StatementUpload upload)
    {
        await using var book = OpenBook();
        return await book.Statements.ImportAsync(upload);
    }

    public async Task<ImportedStatement> ImportedAsync(StatementUpload upload) => (await ImportAsync(upload)).ValueOrThrow();

    public Task<Outcome<ImportedStatement>> ImportFixtureAsync(string name, int account = 1) =>
        ImportAsync(new StatementUpload { AccountId = account, FileName = name, Content = new MemoryStream(File.ReadAllBytes(TestData.Fixture("ofx/" + name))) });

    public async Task<T> ReadAsync<T>(Func<BudgetDbContext, Task<T>> read)
    {
        await using var context = Database.CreateContext();
        return await read(context);
    }

    public Task<List<BankTransaction>> TransactionsAsync() => ReadAsync(c => c.BankTransactions.AsNoTracking().OrderBy(t => t.AccountId).ThenBy(t => t.FitId).ToListAsync());

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
