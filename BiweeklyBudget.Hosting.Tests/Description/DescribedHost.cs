using System.Text.Json.Nodes;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Description;

/// <summary>The program with the sample household, the document of its routes, and the answers to all of the document's examples: they were sent once, reads before changes.</summary>
public sealed class DescribedHost : IAsyncLifetime
{
    // Its answer is the document itself.
    private const string Itself = "/api/openapi.json";

    /// <summary>What the routes are.</summary>
    internal IReadOnlyList<DescribedRoute> Routes { get; private set; } = [];

    /// <summary>The document, with the answers as examples.</summary>
    internal JsonObject Document { get; private set; } = [];

    /// <summary>What was sent and answered.</summary>
    internal IReadOnlyList<SentExample> Examples { get; private set; } = [];

    /// <summary>Faults that the program logged meanwhile.</summary>
    internal IReadOnlyCollection<string> Errors { get; private set; } = [];

    /// <summary>What the program serves as its description.</summary>
    internal string Served { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        Routes = DescribedRoute.Of(host.Services);
        Document = InterfaceDocument.Of(Routes);
        var operations = Operations(Document).Where(entry => entry.Path != Itself).OrderBy(entry => entry.Method != "get").ToList();
        var examples = new List<SentExample>();
        foreach (var (path, method, operation) in operations)
        {
            var example = await SentExample.SendAsync(host, path, method, operation);
            examples.Add(example);
            Add(operation, example);
        }

        Examples = examples;
        Errors = [.. host.Errors];
        Served = await host.PageAsync(Itself);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>All operations of a document.</summary>
    internal static IEnumerable<(string Path, string Method, JsonObject Operation)> Operations(JsonObject document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (path.Key, operation.Key, operation.Value!.AsObject());

    private static void Add(JsonObject operation, SentExample example)
    {
        var status = example.Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (example.MediaType is { } type && operation["responses"]![status]?["content"]?[type] is JsonObject content)
        {
            content["example"] = example.Shown;
        }
    }
}
