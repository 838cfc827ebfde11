using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Storage;

/// <summary>Databases with so many rows that a plan which reads them all is a mistake. The engines make the rows themselves, in seconds: 28 transactions a day, all reconciled but the last of each hundred.</summary>
public sealed class HundredThousandRows : IAsyncLifetime
{
    /// <summary>The last day.</summary>
    public static readonly DateOnly End = new(2017, 7, 28);

    private const string Numbers =
        "(SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n FROM digits a CROSS JOIN digits b CROSS JOIN digits c CROSS JOIN digits e CROSS JOIN digits f) AS numbers WHERE n < {0}";

    private readonly Dictionary<(DatabaseEngine, int), TestDatabase> _databases = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var database in _databases.Values)
        {
            await database.DisposeAsync();
        }
    }

    /// <summary>A database with so many transactions, made once.</summary>
    public async Task<TestDatabase> OnAsync(DatabaseEngine engine, int transactions = 100_000)
    {
        if (!_databases.TryGetValue((engine, transactions), out var database))
        {
            _databases[(engine, transactions)] = database = await TestDatabase.CreatedAsync(engine);
            await FillAsync(database, transactions);
        }

        return database;
    }

    private static async Task FillAsync(TestDatabase database, int transactions)
    {
        await using var context = database.CreateContext();
        context.AddRange(Enumerable.Range(1, 4).Select(id => new Account { Id = id, Name = $"Account {id}", Type = AccountType.Bank }));
        context.AddRange(Enumerable.Range(1, 8).Select(id => new Budget { Id = id, Name = $"Budget {id}", IsPeriodic = id < 6, StartingBalance = 100m, CurrentBalance = 100m }));
        context.AddRange(Enumerable.Range(1, 4).Select(id => new Statement { Id = id, AccountId = id, FileName = "f" }));
        await context.SaveChangesAsync();
        var day = database.Engine == DatabaseEngine.Sqlite ? "date('2017-07-28', '-' || (n / 28) || ' days')" : "DATE_SUB('2017-07-28', INTERVAL n DIV 28 DAY)";
        var time = database.Engine == DatabaseEngine.Sqlite ? $"({day} || ' 12:00:00')" : $"CONCAT({day}, ' 12:00:00')";
        var fitId = database.Engine == DatabaseEngine.Sqlite ? "('F' || n)" : "CONCAT('F', n)";
        string[] statements =
        [
            "CREATE TABLE digits (d INTEGER NOT NULL)",
            "INSERT INTO digits VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)",
            $"INSERT INTO transactions (id, date, description, account_id, sales_tax) SELECT n + 1, {day}, 'Shop', 1 + n % 4, 0 FROM {Numbers}",
            $"INSERT INTO budget_transactions (id, amount, trans_id, budget_id) SELECT n + 1, 10000, n + 1, 1 + n % 8 FROM {Numbers}",
            $"INSERT INTO ofx_trans (account_id, statement_id, fitid, date_posted, amount, name) SELECT 1 + n % 4, 1 + n % 4, {fitId}, {time}, -10000, 'SHOP' FROM {Numbers}",
            $"INSERT INTO txn_reconciles (id, txn_id, ofx_account_id, ofx_fitid) SELECT n + 1, n + 1, 1 + n % 4, {fitId} FROM {Numbers} AND n % 100 <> 99",
            $"INSERT INTO account_balances (id, account_id, ledger, ledger_date, overall_date) SELECT n + 1, 1 + n % 4, 10000, {time}, {time} FROM {Numbers} AND n % 20 = 0",
            "DROP TABLE digits",
        ];
        foreach (var statement in statements)
        {
            await context.Database.ExecuteSqlRawAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, statement, transactions));
        }

        await context.Database.ExecuteSqlRawAsync(database.Engine == DatabaseEngine.Sqlite ? "ANALYZE" : "ANALYZE TABLE transactions, budget_transactions, ofx_trans, txn_reconciles, account_balances");
    }
}
