using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Initialization;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiweeklyBudget.Core.Tests.Storage;

public sealed class InitializationTests
{
    [Theory]
    [OnBothEngines]
    public async Task An_absent_database_is_created_once_and_is_then_ready(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.EmptyAsync(engine);
        await database.DropAsync();
        var initializer = Initializer(database);
        Assert.Equal(DatabaseState.Empty, (await initializer.StatusAsync()).State);
        Assert.Equal(InitializationOutcome.Created, (await initializer.InitializeAsync()).Outcome);
        Assert.Equal(InitializationOutcome.Unchanged, (await initializer.InitializeAsync()).Outcome);
        Assert.Equal(InitializationOutcome.Unchanged, (await Initializer(database).InitializeAsync()).Outcome);

        var status = await Initializer(database).StatusAsync();
        Assert.True(status.IsReady);
        Assert.Empty(status.PendingMigrations);
        await using var context = database.CreateContext();
        Assert.Equal(["a1b2c3d4e5f6"], await context.Database.SqlQuery<string>($"SELECT version_num FROM alembic_version").ToListAsync());
        Assert.False(await context.Transactions.AnyAsync());
    }

    private static DatabaseInitializer Initializer(TestDatabase database) => new(database.Connection, NullLogger.Instance, TimeProvider.System);
}
