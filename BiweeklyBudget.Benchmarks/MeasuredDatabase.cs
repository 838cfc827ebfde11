using System.Globalization;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.Core.Storage.Initialization;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiweeklyBudget.Benchmarks;

/// <summary>Databases to measure on: upstream's few sample rows, or years of made-up history that are the same each time.</summary>
internal static class MeasuredDatabase
{
    /// <summary>Creates a database and fills it.</summary>
    /// <param name="url">A value of DB_CONNSTRING; the database is absent or has no tables.</param>
    /// <param name="size"><c>sample</c> or <c>big</c>.</param>
    /// <param name="transactions">How many transactions the big one has.</param>
    public static async Task FillAsync(string url, string size, int transactions)
    {
        var connection = DatabaseConnection.Parse(url);
        await new DatabaseInitializer(connection, NullLogger.Instance, TimeProvider.System).InitializeAsync();
        if (size == "big")
        {
            await LargeHistory.WriteAsync(connection, new LargeHistoryOptions { Transactions = transactions });
            await AddInterestAsync(connection);
            return;
        }

        await using var sample = await TestDatabase.WithSampleDataAsync(DatabaseEngine.MySql);
        await new DatabaseInitializer(sample.Connection, NullLogger.Instance, TimeProvider.System).InitializeAsync();
        await DatabaseCopy.CopyAsync(sample.Connection, connection);
        await AddInterestAsync(connection);
    }

    /// <summary>A history that is kept from one run to the next: on SQLite in a folder, on MySQL where BUDGETTEST_CONNSTRING names a server.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="transactions">How many transactions it has.</param>
    /// <param name="folder">For SQLite.</param>
    /// <returns>A value of DB_CONNSTRING.</returns>
    public static async Task<string> KeptAsync(DatabaseEngine engine, int transactions, string folder)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench_{transactions}");
        var file = Path.Combine(Path.GetFullPath(folder), name + ".db");
        var url = engine == DatabaseEngine.Sqlite ? "sqlite:///" + file : MariaDbServer.Shared.ConnectionUrl(name);
        if (engine == DatabaseEngine.Sqlite ? !File.Exists(file) : !await MariaDbServer.Shared.HasDatabaseAsync(name))
        {
            if (engine == DatabaseEngine.MySql)
            {
                await MariaDbServer.Shared.CreateDatabaseAsync(name);
            }

            Directory.CreateDirectory(folder);
            await FillAsync(url, "big", transactions);
        }

        await RemoveSavedAsync(DatabaseConnection.Parse(url));
        return url;
    }

    // All that was saved in another run has the same day, which would be a long one.
    private static async Task RemoveSavedAsync(DatabaseConnection connection)
    {
        await using var context = connection.CreateContext(configure: null);
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        var saved = context.Transactions.Where(transaction => transaction.Description == MeasuredCases.Saved);
        await context.TransactionSplits.Where(split => saved.Any(transaction => transaction.Id == split.TransactionId)).ExecuteDeleteAsync();
        await saved.ExecuteDeleteAsync();
    }

    // Plans of paying off are made from the last interest charge of every card; without one, the page only says so.
    private static async Task AddInterestAsync(DatabaseConnection connection)
    {
        await using var context = connection.CreateContext(configure: null);
        var statements = await context.Accounts.Where(account => account.Type == AccountType.Credit)
            .Select(account => context.Statements.Where(statement => statement.AccountId == account.Id).OrderByDescending(statement => statement.AsOf).FirstOrDefault()).ToListAsync();
        foreach (var statement in statements.OfType<Statement>())
        {
            context.BankTransactions.Add(new BankTransaction
            {
                AccountId = statement.AccountId,
                StatementId = statement.Id,
                FitId = "interest",
                DatePosted = MeasuredCases.Today.ToDateTime(new TimeOnly(1, 0), DateTimeKind.Utc),
                TransactionType = "DEBIT",
                Amount = 12.34m,
                Name = "Interest Charged",
                IsInterestCharge = true,
            });
        }

        await context.SaveChangesAsync();
    }
}
