using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>The program with its made-up household, for tests that only look at it. One runs for all of them and ends with them.</summary>
internal static class DemoHost
{
    private static readonly Lazy<Task<HostProcess>> Shared = new(StartAsync);

    public static Task<HostProcess> SharedAsync() => Shared.Value;

    private static async Task<HostProcess> StartAsync()
    {
        var host = await HostProcess.StartAsync(new Dictionary<string, string?> { ["BACKUP_PATH"] = "off" }, "--demo");
        TestRun.AtEnd(() => host.DisposeAsync().AsTask());
        return host;
    }
}
