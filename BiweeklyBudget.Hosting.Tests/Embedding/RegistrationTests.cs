using System.Text.Json;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace BiweeklyBudget.Hosting.Tests.Embedding;

public sealed class RegistrationTests
{
    [Fact]
    public async Task What_a_program_does_not_set_is_as_in_the_table_of_settings()
    {
        await using var services = new ServiceCollection().AddLogging().AddBiweeklyBudget(_ => { }).AddBiweeklyBudget("euro", options => options.Settings = new() { ConnectionString = "sqlite:///x.db", CurrencyCode = "EUR" }).BuildServiceProvider();
        var defaults = SettingsLoader.Load(new Dictionary<string, string?>(), new Dictionary<string, string?>());

        // Value by value: where they were said is not the same.
        Assert.Equal(Text(defaults), Text(services.GetRequiredService<BudgetEngine>().Settings));
        Assert.Equal(Text(defaults with { ConnectionString = "sqlite:///x.db", CurrencyCode = "EUR" }), Text(services.GetRequiredKeyedService<BudgetEngine>("euro").Settings));
        static string Text(BudgetSettings settings) =>
            string.Join('\n', typeof(BudgetSettings).GetProperties().Where(property => property.SetMethod is not null).Select(property => $"{property.Name}: {JsonSerializer.Serialize(property.GetValue(settings))}"));
    }

    [Theory]
    [InlineData("DB_CONNSTRING", "mysql://nowhere")]
    [InlineData("CURRENCY_CODE", "XXQ")]
    [InlineData("DEFAULT_ACCOUNT_ID", "one")]
    [InlineData("PAY_PERIOD_START_DATE", "soon")]
    [InlineData("AllowedHosts", "money.example:8080")]
    public async Task A_wrong_setting_keeps_the_program_from_starting_and_is_named_with_the_book(string name, string value)
    {
        var settings = RecordedSettings.For("sqlite:///never.db");
        settings[name] = value;
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => EmbeddingProgram.StartAsync(
            builder => builder.Services.AddBiweeklyBudget("family", new ConfigurationBuilder().AddInMemoryCollection(settings).Build()),
            app => app.MapBiweeklyBudget("/family", "family")));

        Assert.Contains(name, failure.Message, StringComparison.Ordinal);
        Assert.Contains("\"family\"", failure.Message, StringComparison.Ordinal);
        AssertWithoutEnvironment(failure.Message);
        Assert.DoesNotContain("nowhere", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_of_a_program_are_checked_in_the_same_words()
    {
        foreach (var (settings, part) in new (BudgetSettings, string)[] { (new() { ConnectionString = "" }, "DB_CONNSTRING"), (new() { ConnectionString = "mysql://nowhere" }, "DB_CONNSTRING"), (new() { ConnectionString = "sqlite:///x.db", LocaleName = "xx_YYYY" }, "LOCALE_NAME") })
        {
            var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => EmbeddingProgram.StartAsync(builder => builder.Services.AddBiweeklyBudget(options => options.Settings = settings), app => app.MapBiweeklyBudget()));
            Assert.Contains(part, failure.Message, StringComparison.Ordinal);
            AssertWithoutEnvironment(failure.Message);
        }
    }

    [Fact]
    public async Task Registering_a_book_twice_is_as_once_with_the_options_of_both()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        var once = new ServiceCollection().AddLogging().AddBiweeklyBudget(EmbeddingProgram.ConfigurationOf(database));
        var count = Hosted(once);
        once.AddBiweeklyBudget(EmbeddingProgram.ConfigurationOf(database)).AddBiweeklyBudget(options => options.AllowedHosts = ["money.example"]);
        Assert.Equal(count, Hosted(once));

        await using var program = await EmbeddingProgram.StartAsync(
            builder => builder.Services.AddBiweeklyBudget(EmbeddingProgram.ConfigurationOf(database)).AddBiweeklyBudget(EmbeddingProgram.ConfigurationOf(database)),
            app =>
            {
                app.MapBiweeklyBudget("/one");
                app.MapBiweeklyBudget("/two");
            });
        await program.WaitUntilReadyAsync(program.Client, "/one", "/two");
        foreach (var path in new[] { "/one/payperiods", "/two/payperiods" })
        {
            Assert.Contains("Pay Periods", await program.Client.GetStringAsync(new Uri(path, UriKind.Relative)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_programs_health_is_its_own_unless_it_asks_for_ours_and_ours_is_not_the_programs()
    {
        await using var first = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await using var second = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await using var program = await EmbeddingProgram.StartAsync(
            builder =>
            {
                builder.Services.AddBiweeklyBudget(EmbeddingProgram.ConfigurationOf(first));
                builder.Services.AddBiweeklyBudget("second", EmbeddingProgram.ConfigurationOf(second));
                builder.Services.AddHealthChecks().AddCheck("own", () => HealthCheckResult.Unhealthy()).AddBiweeklyBudget("second", "database");
            },
            app =>
            {
                app.MapHealthChecks("/health");
                app.MapBiweeklyBudget("/a");
                app.MapBiweeklyBudget("/b", "second");
            });
        await program.WaitUntilReadyAsync(program.Client, "/a", "/b");

        var report = await program.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal([("biweeklybudget-second", HealthStatus.Healthy), ("own", HealthStatus.Unhealthy)], report.Entries.Select(entry => (entry.Key, entry.Value.Status)).Order());
        Assert.Equal(["database"], report.Entries["biweeklybudget-second"].Tags);
    }

    [Fact]
    public async Task A_program_without_checks_of_its_own_has_none_of_ours()
    {
        await using var services = new ServiceCollection().AddLogging().AddBiweeklyBudget(_ => { }).BuildServiceProvider();
        Assert.Null(services.GetService<HealthCheckService>());
        Assert.Null(services.GetService<TimeProvider>());
    }

    private static void AssertWithoutEnvironment(string text)
    {
        Assert.DoesNotContain("env", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ERROR", text, StringComparison.Ordinal);
    }

    private static int Hosted(IServiceCollection services) => services.Count(service => service.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService));
}
