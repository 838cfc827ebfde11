using System.Globalization;
using System.Text.RegularExpressions;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.AcceptanceTests.Faults;

/// <summary>What a server and the way to it can do to a host under eight clients. Nothing is lost, nothing doubled, and it goes on by itself.</summary>
[Collection(LongForm.OneAtATime)]
public sealed class MySqlFaultTests
{
    [Fact]
    public async Task The_server_is_stopped_killed_and_frozen_and_comes_back()
    {
        await using var server = await PrivateMariaDb.StartAsync();
        await server.Server.CreateDatabaseAsync("faults");
        var url = server.Server.ConnectionUrl("faults");
        await using var host = await HostProcess.StartAsync(RecordedSettings.For(url));
        await using var spending = await Spending.StartAsync(host);
        await spending.WaitForSavesAsync();

        await server.StopAsync();
        await spending.WaitForRefusalAsync();
        await Task.Delay(LongForm.FaultTime);
        await server.StartAgainAsync();
        await spending.WaitForSavesAsync();

        await server.KillAsync();
        await spending.WaitForRefusalAsync();
        await server.StartAgainAsync();
        await spending.WaitForSavesAsync();

        await server.FreezeAsync();
        await Task.Delay(LongForm.FaultTime);
        await server.ThawAsync();
        await spending.WaitForSavesAsync();

        await spending.CheckAsync(url);
        AssertQuiet(host, mostOutages: 3);
    }

    [Fact]
    public async Task The_way_to_the_server_is_cut_at_any_byte_frozen_and_slow()
    {
        await using var database = await TestDatabase.CreatedAsync(Core.Storage.DatabaseEngine.MySql);
        await using var way = new FaultyConnection(MariaDbServer.Shared);
        await using var host = await HostProcess.StartAsync(RecordedSettings.For(UrlThrough(database.Url, way.Port)));
        await using var spending = await Spending.StartAsync(host);
        await spending.WaitForSavesAsync();

        // Anything from the greeting to the middle of the tenth save.
        way.CutWithin(12_000);
        way.Refuse();
        way.Mend();
        way.CutWithin(12_000);
        var cuts = LongForm.IsWanted ? 1_000 : 60;
        while (way.Cuts < cuts)
        {
            Assert.False(host.HasExited, host.Output);
            await Task.Delay(20);
        }

        way.Mend();
        await spending.WaitForSavesAsync();

        way.Freeze();
        await Task.Delay(LongForm.FaultTime);
        way.Mend();
        await spending.WaitForSavesAsync();

        way.Slow(TimeSpan.FromMilliseconds(20));
        await spending.WaitForSavesAsync();
        way.Mend();

        await spending.CheckAsync(database.Url);
        AssertQuiet(host, mostOutages: 3);
    }

    /// <summary>A begin and an end an outage, and no stack traces.</summary>
    private static void AssertQuiet(HostProcess host, int mostOutages)
    {
        Assert.InRange(Regex.Count(host.Output, "The database cannot be used", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)), 1, mostOutages);
        Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" ERR] Failed", host.Output, StringComparison.Ordinal);
    }

    private static string UrlThrough(string url, int port) =>
        url.Replace(string.Create(CultureInfo.InvariantCulture, $":{MariaDbServer.Shared.Port}/"), string.Create(CultureInfo.InvariantCulture, $":{port}/"), StringComparison.Ordinal);
}
