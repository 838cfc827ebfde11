using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Running;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiweeklyBudget.Hosting.Tests.Running;

/// <summary>What a start does beside the rest of it, so that the first page need not.</summary>
public sealed class FirstReadsTests
{
    [Fact]
    public async Task What_Home_shows_is_read_before_anybody_asks_for_it()
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        var sent = new StatementCounter();
        await using var first = FirstReads.Begin(Engine(database.Url, sent.Attach), NullLogger<FirstReads>.Instance);
        await first.Reading;
        foreach (var table in new[] { "accounts", "budgets", "transactions", "scheduled_transactions" })
        {
            Assert.Contains(sent.Statements, statement => statement.Contains($"FROM \"{table}\"", StringComparison.Ordinal) || statement.Contains($"FROM {table}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_database_that_is_gone_is_left_for_the_first_request_to_report()
    {
        var sent = new StatementCounter();
        await using var first = FirstReads.Begin(Engine("sqlite:////no/such/folder/budget.db", sent.Attach), NullLogger<FirstReads>.Instance);
        await first.Reading;
        Assert.True(first.Reading.IsCompletedSuccessfully);
        Assert.Equal(0, sent.Count);
    }

    [Fact]
    public async Task The_end_of_the_program_does_not_wait_for_it()
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        var first = FirstReads.Begin(Engine(database.Url, _ => { }), NullLogger<FirstReads>.Instance);
        await first.DisposeAsync();
        Assert.True(first.Reading.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_book_that_read_nothing_does_not_make_EFs_model()
    {
        var services = new List<string>();
        await using (Engine("sqlite:////no/such/folder/budget.db", options => options.LogTo(services.Add, [Microsoft.EntityFrameworkCore.Diagnostics.CoreEventId.ContextInitialized])).OpenBook())
        {
            // As a request does that no page answers.
        }

        Assert.Empty(services);
    }

    [Fact]
    public void No_folder_is_watched_for_changes_of_settings()
    {
        var builder = HostDefaults.CreateBuilder([], HostSettings.Read(new Dictionary<string, string?>(), RecordedSettings.For("sqlite:////no/such/folder/budget.db")));
        var files = ((IConfigurationBuilder)builder.Configuration).Sources.OfType<FileConfigurationSource>().ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.False(file.ReloadOnChange));
    }

    private static BudgetEngine Engine(string url, Action<DbContextOptionsBuilder> configure)
    {
        var settings = HostSettings.Read(new Dictionary<string, string?>(), RecordedSettings.For(url));
        return new BudgetEngine(settings, settings.CreateClock(), NullLoggerFactory.Instance, configure);
    }
}
