using System.Collections.Concurrent;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Features.Statements;

/// <summary>Uploads stay in memory: what somebody's bank wrote is never in a file of the machine that nobody knows of.</summary>
public sealed class UploadFilesTests(ReadOnlyHosts hosts) : IClassFixture<ReadOnlyHosts>
{
    private const string NamesOfBuffers = "ASPNETCORE_*";

    [Theory]
    [InlineData("/dialogs/ofx-preview")]
    [InlineData("/ajax/ofx/import")]
    [InlineData("/api/ofx/statement")]
    public async Task A_file_of_almost_the_largest_size_is_written_to_no_disk(string path)
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite, Household.Empty);
        var seen = new ConcurrentQueue<string>();
        var ended = new TaskCompletionSource();
        var marker = $"ASPNETCORE_{Guid.NewGuid():N}.end";
        using var watcher = new FileSystemWatcher(Path.GetTempPath(), NamesOfBuffers);
        watcher.Created += (_, created) =>
        {
            if (created.Name == marker)
            {
                ended.TrySetResult();
            }
            else if (!created.Name!.EndsWith(".end", StringComparison.Ordinal))
            {
                seen.Enqueue(created.Name);
            }
        };
        watcher.EnableRaisingEvents = true;

        using var form = new MultipartFormDataContent
        {
            { new StringContent("1"), "acct_id" },
            { new ByteArrayContent(new byte[10 * 1000 * 1000]), "ofx", "large.ofx" },
        };
        using var response = await host.Client.PostAsync(new Uri(path, UriKind.Relative), form);
        Assert.NotEqual(System.Net.HttpStatusCode.InternalServerError, response.StatusCode);

        // Creations are told in their order: when this one was, all before it were.
        var end = Path.Combine(Path.GetTempPath(), marker);
        await File.WriteAllBytesAsync(end, []);
        try
        {
            await ended.Task.WaitAsync(TimeSpan.FromMinutes(1));
        }
        finally
        {
            File.Delete(end);
        }

        Assert.Empty(seen);
    }
}
