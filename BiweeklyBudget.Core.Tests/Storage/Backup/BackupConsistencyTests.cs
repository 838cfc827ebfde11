using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Backup;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Storage.Backup;

/// <summary>A backup is as of one moment, whatever is saved while it is written.</summary>
public sealed class BackupConsistencyTests : IDisposable
{
    private readonly BackupFolder _folder = new();

    [Theory]
    [OnBothEngines]
    public async Task Saves_during_a_backup_are_in_it_whole_or_not_at_all(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await LargeHistory.WriteAsync(database.Connection, new LargeHistoryOptions { Transactions = 1_000, Years = 1 });
        var balances = await BalancesAsync(database);
        using var end = new CancellationTokenSource();
        var saves = 0;
        var writing = Task.Run(async () =>
        {
            await using var context = database.CreateContext();
            while (!end.IsCancellationRequested)
            {
                // Budgets are read before transactions and vehicles after them: a backup that read each table as of another moment would not add up.
                await using var transaction = await context.Database.BeginTransactionAsync();
                await context.Database.ExecuteSqlRawAsync("UPDATE budgets SET current_balance = current_balance - 0.01 WHERE id = 39");
                await context.Database.ExecuteSqlRawAsync("INSERT INTO vehicles (name) VALUES ('x')");
                await context.Database.ExecuteSqlRawAsync("INSERT INTO budgets (name, current_balance) VALUES (NULL, 0.01)");
                await transaction.CommitAsync();
                Interlocked.Increment(ref saves);
            }
        });

        var vehiclesAtFirst = 0L;
        for (var i = 0; i < 5; i++)
        {
            var before = Volatile.Read(ref saves);
            var summary = await BackupFolder.EngineOf(database).BackUpAsync(_folder[$"{i}"]);
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref saves) > before || writing.IsCompleted, TimeSpan.FromMinutes(1)));
            var budgets = summary.Tables.Single(table => table.Name == "budgets");
            var vehicles = summary.Tables.Single(table => table.Name == "vehicles").Rows;
            Assert.Equal(balances, budgets.Sums["current_balance"]);
            vehiclesAtFirst = i == 0 ? vehicles - budgets.Rows : vehiclesAtFirst;
            Assert.Equal(vehiclesAtFirst, vehicles - budgets.Rows);
        }

        await end.CancelAsync();
        await writing;
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<decimal> BalancesAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        return await context.Budgets.SumAsync(budget => budget.CurrentBalance) ?? 0;
    }
}
