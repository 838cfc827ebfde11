using System.Net;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;
using Microsoft.Data.Sqlite;

namespace BiweeklyBudget.AcceptanceTests.Faults;

/// <summary>What a disk and other programs can do to a host under eight clients.</summary>
[Collection(LongForm.OneAtATime)]
public sealed class SqliteFaultTests
{
    [Fact]
    public async Task The_file_is_locked_by_another_program()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        await using var host = await HostProcess.StartAsync(RecordedSettings.For(database.Url));
        await using var spending = await Spending.StartAsync(host);
        await spending.WaitForSavesAsync();

        await using (var other = await OpenAsync(database))
        {
            // In the long form for longer than anybody is made to wait.
            await using var held = other.BeginTransaction(deferred: false);
            await Task.Delay(LongForm.IsWanted ? TimeSpan.FromSeconds(40) : LongForm.FaultTime);
            Assert.Contains("Purse", await host.PageAsync("/accounts"), StringComparison.Ordinal);
        }

        await spending.WaitForSavesAsync();
        await spending.CheckAsync(database.Url);
        Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
    }

    [DiskFact]
    public async Task There_is_no_room_to_write_and_then_there_is()
    {
        await using var disk = await Disk.MountAsync(kilobytes: 2_000);
        var url = "sqlite:///" + Path.Combine(disk.Folder, "budget.db");
        await using var host = await HostProcess.StartAsync(RecordedSettings.For(url));
        await using var spending = await Spending.StartAsync(host);
        await spending.WaitForSavesAsync();

        var ballast = Path.Combine(disk.Folder, "ballast");
        await Disk.FillAsync(ballast);
        await spending.WaitForRefusalAsync();
        using (var ready = await host.GetAsync("/healthz/ready"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        }

        Assert.Contains("Purse", await host.PageAsync("/accounts"), StringComparison.Ordinal);
        Assert.Contains("(Full)", host.Output, StringComparison.Ordinal);

        await disk.ResizeAsync(kilobytes: 60_000);
        await spending.WaitForSavesAsync();
        await host.WaitUntilReadyAsync(HostProcess.StartLimit);
        await spending.CheckAsync(url);
        Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_is_deleted_and_nothing_more_is_acknowledged()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        var path = database.Url["sqlite:///".Length..];
        await using var host = await HostProcess.StartAsync(RecordedSettings.For(database.Url));
        await using (var spending = await Spending.StartAsync(host))
        {
            await spending.WaitForSavesAsync();
            File.Delete(path);
            await spending.WaitForRefusalAsync();
        }

        using var response = await host.Client.PostAsync(new Uri("/forms/transaction", UriKind.Relative), new StringContent("""{"date":"2017-07-28","amount":"1","description":"Lost","account":"1","budgets":{"1":"1"},"notes":"","sales_tax":""}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.False(File.Exists(path));
        using var ready = await host.GetAsync("/healthz/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_is_told_to_end_while_it_saves()
    {
        for (var round = 0; round < (LongForm.IsWanted ? 20 : 2); round++)
        {
            await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
            await using var host = await HostProcess.StartAsync(RecordedSettings.For(database.Url));
            await using var spending = await Spending.StartAsync(host);
            await spending.WaitForSavesAsync();
            spending.IsHostToEnd = true;
            await host.TellToEndAsync();
            await host.WaitForExitAsync(HostProcess.StartLimit);
            Assert.Equal(0, host.ExitCode);
            Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
            await spending.CheckAsync(database.Url);
        }
    }

    private static async Task<SqliteConnection> OpenAsync(TestDatabase database)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database.Url["sqlite:///".Length..], Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
