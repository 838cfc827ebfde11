using System.Data.Common;
using BiweeklyBudget.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BiweeklyBudget.Core.Tests.Forms;

/// <summary>Random sequences of all everyday operations against a simple model: every balance, account and period adds up.</summary>
public sealed class RandomSequenceTests
{
    [Theory]
    [InlineData(DatabaseEngine.Sqlite, 2000)]
    [InlineData(DatabaseEngine.MySql, 100)]
    public async Task Every_standing_budget_account_and_period_adds_up_as_in_the_model(DatabaseEngine engine, int sequences)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var context = world.Database.CreateContext(options => options.AddInterceptors(new Hasty()));
        for (var seed = 1; seed <= sequences; seed++)
        {
            await RunAsync(context, seed);
            await ResetAsync(context);
        }
    }

    private static async Task RunAsync(BudgetDbContext context, int seed)
    {
        var model = new EverydayModel(seed);
        for (var step = 0; step < 3 + (seed % 8); step++)
        {
            var (url, form, saved) = model.Next();
            var result = await FormOperations.SubmitAsync(context, url, form);
            Assert.True(saved is not null == result is FormAnswer.Saved, $"seed {seed}, step {step}, {url}: {result}");
            saved?.Invoke(((FormAnswer.Saved)result).Ids);
        }

        var balances = await context.Budgets.Where(b => b.IsPeriodic == false).ToDictionaryAsync(b => b.Id, b => b.CurrentBalance ?? 0m);
        Assert.True(model.Balances.OrderBy(b => b.Key).SequenceEqual(balances.OrderBy(b => b.Key)), $"seed {seed}: expected {Text(model.Balances)} but was {Text(balances)}");
        var splits = await (from split in context.TransactionSplits
                            join transaction in context.Transactions on split.TransactionId equals transaction.Id
                            select new { transaction.AccountId, transaction.Date, split.BudgetId, split.Amount }).ToListAsync();
        var sums = splits.GroupBy(s => (s.AccountId!.Value, FormOperations.Calendar.Containing(s.Date!.Value).Start, s.BudgetId!.Value)).ToDictionary(g => g.Key, g => g.Sum(s => s.Amount));
        Assert.True(Text(model.Sums) == Text(sums), $"seed {seed}: expected {Text(model.Sums)} but was {Text(sums)}");
    }

    private static async Task ResetAsync(BudgetDbContext context)
    {
        context.ChangeTracker.Clear();
        await context.Reconciliations.ExecuteDeleteAsync();
        await context.TransactionSplits.ExecuteDeleteAsync();
        await context.Transactions.ExecuteUpdateAsync(set => set.SetProperty(t => t.TransferId, (int?)null));
        await context.Transactions.ExecuteDeleteAsync();
        foreach (var (id, balance) in new (int, decimal?)[] { (3, 1617.56m), (4, 9482.29m), (5, 60m), (6, null) })
        {
            await context.Budgets.Where(b => b.Id == id).ExecuteUpdateAsync(set => set.SetProperty(b => b.CurrentBalance, balance));
        }
    }

    private static string Text<TKey>(Dictionary<TKey, decimal> sums)
        where TKey : notnull =>
        string.Join(", ", sums.OrderBy(s => s.Key).Select(s => FormattableString.Invariant($"{s.Key}: {s.Value:0.0000}")));

    /// <summary>The test's file need not survive a power cut.</summary>
    private sealed class Hasty : DbConnectionInterceptor
    {
        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (connection is SqliteConnection)
            {
                using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA synchronous=OFF";
                command.ExecuteNonQuery();
            }

            return Task.CompletedTask;
        }
    }
}
