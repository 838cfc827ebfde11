using System.Text.Json;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Hosting.Tests.Api;

/// <summary>Reads of single records and lists, as upstream answers them (eng/testdata/vectors/ajax.json), on both engines.</summary>
[Trait("Category", "Vectors")]
public sealed class AjaxVectorTests
{
    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task Reads_answer_as_recorded(DatabaseEngine engine)
    {
        var vectors = VectorCase.All("ajax");
        await using var host = await InProcessHost.StartAsync(engine, Household.Empty);
        await using (var context = host.Database.CreateContext())
        {
            await VectorWorld.LoadAsync(context, vectors[0].World!.Value);
        }

        var failures = new List<string>();
        var sent = 0;
        foreach (var vector in vectors)
        {
            Assert.Equal("get", vector.Kind);
            var path = vector.Input.GetProperty("path").GetString()!;
            using var response = await host.GetAsync(path);
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
}
