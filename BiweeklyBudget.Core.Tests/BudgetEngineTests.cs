using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Initialization;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BiweeklyBudget.Core.Tests;

public sealed class BudgetEngineTests
{
    [Theory]
    [OnBothEngines]
    public async Task Services_give_a_book_per_scope_and_every_book_begins_clean(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.EmptyAsync(engine);
        await using var services = new ServiceCollection().AddBudgetEngine(options => options.Settings = Settings(database)).BuildServiceProvider(validateScopes: true);
        Assert.Equal(InitializationOutcome.Created, (await services.GetRequiredService<BudgetEngine>().InitializeAsync()).Outcome);
        await using (var scope = services.CreateAsyncScope())
        {
            var book = scope.ServiceProvider.GetRequiredService<BudgetBook>();
            Assert.Same(book, scope.ServiceProvider.GetRequiredService<BudgetBook>());
            book.Database.Add(new Budget { Name = "Discarded with its book" });
        }

        await using var other = services.GetRequiredService<BudgetEngine>().OpenBook();
        Assert.Empty(other.Database.ChangeTracker.Entries());
        Assert.Empty(await other.Budgets.ListAsync());
    }

    [Theory]
    [OnBothEngines]
    public async Task A_book_reads_one_state_of_the_database_until_it_saves(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var household = await BudgetEngine.OpenAsync(Settings(database));
        await using var book = household.OpenBook();
        await using var other = household.OpenBook();
        var food = (await book.Budgets.SaveAsync(Periodic("Food"))).ValueOrThrow();
        Assert.Equal("Food", Assert.Single(await book.Budgets.ListAsync()).Name);

        var fuel = (await other.Budgets.SaveAsync(Periodic("Fuel"))).ValueOrThrow();
        Assert.Single(await book.Budgets.ListAsync());
        Assert.Null(await book.Budgets.FindAsync(fuel));
        Assert.Equal(2, (await other.Budgets.ListAsync()).Count);

        Assert.Equal(food, (await book.Budgets.SaveAsync((await book.Budgets.FindAsync(food))!.ToChange() with { Name = "Groceries" })).ValueOrThrow());
        Assert.Equal(["Fuel", "Groceries"], (await book.Budgets.ListAsync()).Select(budget => budget.Name));
        await other.Budgets.SaveAsync(Periodic("Rent"));
        Assert.Equal(2, (await book.Budgets.ListAsync()).Count);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_book_opens_one_connection_however_much_is_read_and_saved(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var opened = new OpenedConnections();
        await using var services = new ServiceCollection()
            .AddBudgetEngine(options =>
            {
                options.Settings = Settings(database);
                options.ConfigureContext = context => context.AddInterceptors(opened);
            })
            .BuildServiceProvider();
        await using (var book = services.GetRequiredService<BudgetEngine>().OpenBook())
        {
            Assert.Empty(await book.Budgets.ListAsync());
            await book.Budgets.SaveAsync(Periodic("Food"));
            await book.Budgets.CheckAsync(Periodic("Food"));
            await book.Budgets.SaveAsync(Periodic("Food"));
            Assert.Single(await book.Budgets.ListAsync());
        }

        Assert.Equal((1, 1), (opened.Count, opened.Closed));
    }

    [Theory]
    [OnBothEngines]
    public async Task The_first_payday_is_stored_once_and_known_to_all_books(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var household = await BudgetEngine.OpenAsync(Settings(database));
        await using (var book = household.OpenBook())
        {
            Assert.False(book.Settings.IsComplete);
            Assert.Throws<InvalidOperationException>(() => book.Calendar);
            Assert.Equal(new DateOnly(2026, 1, 2), (await book.Settings.SaveFirstPaydayAsync(new DateOnly(2026, 1, 2))).ValueOrThrow().PayPeriodStartDate);
            Assert.Equal(new DateOnly(2026, 1, 2), (await book.Settings.SaveFirstPaydayAsync(new DateOnly(2026, 2, 3))).ValueOrThrow().ReconcileBeginDate);
        }

        Assert.Equal(new DateOnly(2026, 1, 2), household.Settings.PayPeriodStartDate);
        Assert.Equal(new DateOnly(2026, 1, 2), (await BudgetEngine.OpenAsync(Settings(database))).Settings.PayPeriodStartDate);
    }

    [Fact]
    public async Task A_configuration_sets_up_engines_by_name()
    {
        await using var first = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await using var second = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Family:DB_CONNSTRING"] = first.Url,
            ["Family:PAY_PERIOD_START_DATE"] = "2026-01-02",
            ["Club:DB_CONNSTRING"] = second.Url,
            ["Club:CURRENCY_CODE"] = "EUR",
        }).Build();
        await using var services = new ServiceCollection()
            .AddBudgetEngine("family", configuration.GetSection("Family"))
            .AddBudgetEngine("club", configuration.GetSection("Club"))
            .BuildServiceProvider(validateScopes: true);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredKeyedService<BudgetBook>("family").Budgets.SaveAsync(Periodic("Food"));
        Assert.Equal(new DateOnly(2026, 1, 2), services.GetRequiredKeyedService<BudgetEngine>("family").Settings.PayPeriodStartDate);
        Assert.Equal("EUR", services.GetRequiredKeyedService<BudgetEngine>("club").Settings.CurrencyCode);
        Assert.Empty(await scope.ServiceProvider.GetRequiredKeyedService<BudgetBook>("club").Budgets.ListAsync());
    }

    [Theory]
    [InlineData(null, "USD", "Settings must be set")]
    [InlineData("mysql://nowhere", "USD", "DB_CONNSTRING")]
    [InlineData("sqlite:///x.db", "XXQ", "CURRENCY_CODE")]
    public async Task Wrong_options_keep_a_program_from_starting(string? connection, string currency, string part)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddBudgetEngine(options => options.Settings = connection is null ? null : new BudgetSettings { ConnectionString = connection, CurrencyCode = currency });
        using var program = builder.Build();
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => program.StartAsync());
        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nowhere", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("environment variable", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_configuration_keeps_a_program_from_starting_in_the_same_words()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["DB_CONNSTRING"] = "sqlite:///x.db", ["STALE_DATA_TIMEDELTA"] = "two" }).Build();
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddBudgetEngine("family", configuration);
        using var program = builder.Build();
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => program.StartAsync());
        Assert.Equal("BiweeklyBudget \"family\": setting STALE_DATA_TIMEDELTA cannot parse as int", failure.Message);
    }

    [Fact]
    public async Task A_clock_that_the_settings_freeze_is_the_engines_though_the_program_has_one_of_its_own()
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(1501223084);
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddBudgetEngine(options => options.Settings = new BudgetSettings { ConnectionString = "sqlite:///x.db", FrozenTime = time })
            .AddBudgetEngine("ticking", options => options.Settings = new BudgetSettings { ConnectionString = "sqlite:///x.db" })
            .BuildServiceProvider();
        Assert.Equal(time, services.GetRequiredService<BudgetEngine>().Time.GetUtcNow());
        Assert.Same(TimeProvider.System, services.GetRequiredKeyedService<BudgetEngine>("ticking").Time);
    }

    private static BudgetSettings Settings(TestDatabase database) => new() { ConnectionString = database.Url };

    private static BudgetChange Periodic(string name) => new() { Name = name, Kind = BudgetKind.Periodic, StartingBalance = 100m };
}
