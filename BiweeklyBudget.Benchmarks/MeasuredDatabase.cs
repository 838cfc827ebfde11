using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.Core.Storage.Initialization;
using BiweeklyBudget.TestSupport;
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
            return;
        }

        await using var sample = await TestDatabase.WithSampleDataAsync(DatabaseEngine.MySql);
        await new DatabaseInitializer(sample.Connection, NullLogger.Instance, TimeProvider.System).InitializeAsync();
        await DatabaseCopy.CopyAsync(sample.Connection, connection);
    }
}
