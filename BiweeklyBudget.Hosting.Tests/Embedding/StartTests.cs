using System.Net;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Initialization;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Hosting.Tests.Embedding;

/// <summary>The database is made ready while the program starts, and what goes wrong with it ends nothing.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task A_database_that_does_not_exist_is_created_at_the_start()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        await using var program = await StartAsync(database.Url);
        await program.WaitUntilReadyAsync(program.Client, "/money");

        Assert.Equal(DatabaseState.Ready, (await program.Services.GetRequiredService<BudgetEngine>().StatusAsync()).State);
    }

    [Fact]
    public async Task Until_the_database_can_be_had_requests_are_told_so_and_then_they_are_served()
    {
        // A file where a folder should be: it cannot be created, until the file is away.
        var place = Path.Combine(Path.GetTempPath(), $"bbstart-{Guid.NewGuid():n}");
        await File.WriteAllTextAsync(place, "in the way");
        try
        {
            await using var program = await StartAsync($"sqlite:///{place}/budget.db", checks => checks.AddBiweeklyBudget());
            await UntilAsync(() => program.Log.Any(line => line.Text.Contains("cannot be made ready", StringComparison.Ordinal)));
            foreach (var path in new[] { "/money", "/money/payperiods", "/money/ajax/transactions", "/money/bb/css/pages.css", "/money/healthz/ready" })
            {
                using var response = await program.Client.GetAsync(new Uri(path, UriKind.Relative));
                Assert.Equal((path, HttpStatusCode.ServiceUnavailable, "text/plain"), (path, response.StatusCode, response.Content.Headers.ContentType?.MediaType));
                Assert.Equal("The database cannot be reached or written right now; please try again in a moment.", await response.Content.ReadAsStringAsync());
                Assert.True(response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
            }

            Assert.Equal("Healthy", await program.Client.GetStringAsync(new Uri("/money/healthz/live", UriKind.Relative)));
            Assert.Equal("own", await program.Client.GetStringAsync(new Uri("/own", UriKind.Relative)));
            Assert.Equal(HealthStatus.Unhealthy, (await program.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["biweeklybudget"].Status);

            File.Delete(place);
            await program.WaitUntilReadyAsync(program.Client, "/money");
            Assert.Equal(HealthStatus.Healthy, (await program.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            if (Directory.Exists(place))
            {
                Directory.Delete(place, recursive: true);
            }
            else
            {
                File.Delete(place);
            }
        }
    }

    [Fact]
    public async Task A_database_that_is_refused_is_in_the_log_and_the_program_goes_on()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        await using (var connection = new SqliteConnection($"Data Source={database.Url["sqlite:///".Length..]};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE somebody_elses (id INTEGER)";
            await command.ExecuteNonQueryAsync();
        }

        await using var program = await StartAsync(database.Url);
        await UntilAsync(() => program.Log.Any(line => line.Level == LogLevel.Error && line.Text.Contains("is refused", StringComparison.Ordinal)));
        using var response = await program.Client.GetAsync(new Uri("/money/", UriKind.Relative));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "The database cannot be used by this program; the log says why."), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.False(program.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
    }

    [Fact]
    public async Task A_program_may_make_the_database_ready_itself()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        await using var program = await EmbeddingProgram.StartAsync(
            builder =>
            {
                builder.Services.AddBiweeklyBudget(EmbeddingProgram.ConfigurationOf(database));
                builder.Services.Configure<BiweeklyBudgetOptions>(options => options.InitializeAtStart = false);
            },
            app => app.MapBiweeklyBudget("/money"));
        using var before = await program.Client.GetAsync(new Uri("/money/healthz/ready", UriKind.Relative));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (before.StatusCode, await before.Content.ReadAsStringAsync()));
        Assert.False(File.Exists(database.Url["sqlite:///".Length..]));

        await program.Services.GetRequiredService<BudgetEngine>().InitializeAsync();
        Assert.Equal("Healthy", await program.Client.GetStringAsync(new Uri("/money/healthz/ready", UriKind.Relative)));
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var tries = 0; !condition(); tries++)
        {
            Assert.True(tries < 1200, "It did not come to it.");
            await Task.Delay(50);
        }
    }

    private static Task<EmbeddingProgram> StartAsync(string url, Action<IHealthChecksBuilder>? check = null) => EmbeddingProgram.StartAsync(
        builder =>
        {
            builder.Services.AddBiweeklyBudget(options => options.Settings = new() { ConnectionString = url, BackupPath = "off", PayPeriodStartDate = new DateOnly(2017, 7, 21) });
            check?.Invoke(builder.Services.AddHealthChecks());
        },
        app =>
        {
            app.MapGet("/own", () => "own");
            app.MapBiweeklyBudget("/money");
        });
}
