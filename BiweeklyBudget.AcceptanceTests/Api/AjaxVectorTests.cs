using System.Net;
using System.Text.Json;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.AcceptanceTests.Api;

/// <summary>Reads of single records and lists, as upstream answers them (shared/vectors/ajax.json), on both engines.</summary>
[Trait("Category", "Vectors")]
public sealed class AjaxVectorTests
{
    // What other changes bring; whoever brings it takes its line away.
    private static readonly string[] Later = ["/ajax/vehicle/", "/ajax/projects/"];

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task Reads_answer_as_recorded(DatabaseEngine engine)
    {
        var vectors = VectorCase.All("ajax");
        await using var host = await StartAsync(engine, vectors[0].World!.Value);
        var failures = new List<string>();
        var sent = 0;
        foreach (var vector in vectors)
        {
            Assert.Equal("get", vector.Kind);
            var path = vector.Input.GetProperty("path").GetString()!;
            using var response = await host.GetAsync(path);
            if (Later.Any(later => path.StartsWith(later, StringComparison.Ordinal)))
            {
                Assert.True(response.StatusCode == HttpStatusCode.NotFound, $"{path} is there; take it off the list of what comes later.");
                continue;
            }

            sent++;
            var body = await response.Content.ReadAsStringAsync();
            if ((int)response.StatusCode != vector.Expected.GetProperty("status").GetInt32() || !JsonElement.DeepEquals(vector.Expected.GetProperty("json"), JsonDocument.Parse(body).RootElement))
            {
                failures.Add($"{vector.Id} {path}: {(int)response.StatusCode} {body}");
            }
        }

        Assert.InRange(sent, 15, vectors.Count);
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static async Task<HostProcess> StartAsync(DatabaseEngine engine, JsonElement world)
    {
        var name = "budgettest_ajax";
        var url = $"sqlite:///{Path.Combine(Directory.CreateTempSubdirectory("bbajax-").FullName, "ajax.db")}";
        if (engine == DatabaseEngine.MySql)
        {
            await MariaDbServer.Shared.CreateDatabaseAsync(name);
            url = MariaDbServer.Shared.ConnectionUrl(name);
        }

        // The host creates the tables.
        var host = await HostProcess.StartAsync(RecordedSettings.For(url));
        await using var context = DatabaseConnection.Parse(url).CreateContext();
        await VectorWorld.LoadAsync(context, world);
        return host;
    }
}
