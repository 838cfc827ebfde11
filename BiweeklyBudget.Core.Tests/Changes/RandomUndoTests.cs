using System.Data.Common;
using System.Globalization;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Forms;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Xunit.Abstractions;

namespace BiweeklyBudget.Core.Tests.Changes;

/// <summary>
/// Random saves, and random changes taken back and done again, against a model that knows nothing but the rows: after every step the database is what the model says, each standing
/// balance is what its splits leave of it, and the latest change can always be taken back. <c>BUDGETTEST_UNDO_STEPS</c> says how many steps, for a long run.
/// </summary>
public sealed class RandomUndoTests(ITestOutputHelper output)
{
    private const int StepsOfSequence = 50;

    private static readonly int Steps = int.TryParse(Environment.GetEnvironmentVariable("BUDGETTEST_UNDO_STEPS"), NumberStyles.None, CultureInfo.InvariantCulture, out var steps) ? steps : 300;

    [Theory]
    [OnBothEngines]
    public async Task Random_saves_and_undos_end_equal_to_the_model(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var context = world.Database.CreateContext(options => options.AddInterceptors(new Hasty()));
        var start = await TableImages.TakeAsync(context);
        var (saved, undone, refused, deleted) = (0, 0, 0, 0);
        for (var seed = 1; seed <= (Steps + StepsOfSequence - 1) / StepsOfSequence; seed++)
        {
            var sequence = new UndoSequence(FormOperations.Book(context), seed, start);
            for (var step = 0; step < StepsOfSequence; step++)
            {
                await sequence.StepAsync();
            }

            await sequence.CheckAllAsync();
            await sequence.UndoEverythingAsync();
            Assert.Empty(TableImages.Difference(start, await TableImages.TakeAsync(context)));
            (saved, undone, refused, deleted) = (saved + sequence.Saved, undone + sequence.Undone, refused + sequence.Refused, deleted + sequence.Deleted);
            await ResetAsync(context);
        }

        output.WriteLine($"{saved} saves, {undone} undos, {refused} refused undos, {deleted} deletions");
        Assert.True(saved > 0 && undone > 0 && refused > 0 && deleted > 0);
    }

    // Everything is as at the start but for the record.
    private static async Task ResetAsync(BudgetDbContext context)
    {
        await context.ChangedRows.ExecuteDeleteAsync();
        await context.Changes.ExecuteDeleteAsync();
    }

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
