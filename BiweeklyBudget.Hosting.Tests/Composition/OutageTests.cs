using System.Net;
using System.Net.Http.Json;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace BiweeklyBudget.Hosting.Tests.Composition;

public sealed class OutageTests
{
    private const string Begin = "The database cannot be used (ReadOnly)";

    [Fact]
    public async Task A_database_that_cannot_be_written_is_shown_refuses_saves_with_the_reason_and_is_logged_once()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        SqliteConnection.ClearAllPools();
        await using (var file = new FileStream(host.Database.Description, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            // Only a later version of SQLite may write such a file.
            file.Position = 18;
            file.WriteByte(3);
        }

        Assert.Contains("BankOne", await host.PageAsync("/accounts"), StringComparison.Ordinal);
        for (var i = 0; i < 5; i++)
        {
            using var response = await host.Client.PostAsJsonAsync(new Uri("/forms/budget_transfer", UriKind.Relative), new { date = "2017-07-28", amount = "5", account = "1", from_budget = "4", to_budget = "5", notes = "" });
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
            Assert.Contains("is read-only. Nothing was saved.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var ready = await host.GetAsync("/healthz/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Single(host.Errors, text => text.Contains(Begin, StringComparison.Ordinal));
        Assert.DoesNotContain(host.Errors, text => text.Contains("   at ", StringComparison.Ordinal));
    }
}
