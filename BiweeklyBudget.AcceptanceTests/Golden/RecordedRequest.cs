using System.Text.Json;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary>One line of a transcript: a request and what upstream answered (eng/testdata/golden/README.md, Format).</summary>
internal sealed class RecordedRequest(JsonElement json)
{
    public JsonElement Json { get; } = json;

    public string Id => Json.GetProperty("id").GetString()!;

    /// <summary>Whether it uploads Python objects, or builds on what such an upload stored: no program but upstream can take them (spec/http-api.md §13.2).</summary>
    public bool IsPickled => Json.TryGetProperty("tags", out var tags) && tags.EnumerateArray().Any(tag => tag.GetString() == "pickle");

    /// <summary>The dump is loaded before this request.</summary>
    public bool Reset => Json.TryGetProperty("reset", out var reset) && reset.ValueKind == JsonValueKind.True;

    public string Method => Json.GetProperty("method").GetString()!;

    /// <summary>With the query string.</summary>
    public string Path => Json.GetProperty("path").GetString()!;

    public string? Body => Text("body");

    public int Status => Json.GetProperty("status").GetInt32();

    public string? Location => Text("location");

    /// <summary><c>refuse</c> or <c>any</c> where upstream itself failed, else null.</summary>
    public string? UpstreamError => Text("upstream_error");

    public IEnumerable<KeyValuePair<string, string>> Headers =>
        Json.TryGetProperty("headers", out var headers) && headers.ValueKind == JsonValueKind.Object
            ? headers.EnumerateObject().Select(h => KeyValuePair.Create(h.Name, h.Value.GetString()!))
            : [];

    /// <summary>Queries to run afterwards, with the rows that they must find.</summary>
    public IEnumerable<RecordedRows> DatabaseAfter => Json.TryGetProperty("db_after", out var checks) ? checks.EnumerateArray().Select(RecordedRows.Read) : [];

    /// <summary>Whether upstream accepted this request and changed something.</summary>
    public bool ChangesData => Method != "GET" && Status < 400 && Json.TryGetProperty("json", out var answer)
        && answer.ValueKind == JsonValueKind.Object && !(answer.TryGetProperty("success", out var success) && success.ValueKind == JsonValueKind.False);

    /// <summary>All requests of a transcript, in their order.</summary>
    public static IReadOnlyList<RecordedRequest> ReadFile(string path) =>
        [.. File.ReadLines(path).Where(line => line.Trim().Length > 0).Select(line => new RecordedRequest(JsonDocument.Parse(line).RootElement))];

    /// <summary>One of the repository's own recordings.</summary>
    public static RecordedRequest Find(string file, string id) => ReadFile(System.IO.Path.Combine(TestData.OwnGolden, file + ".jsonl")).Single(r => r.Id == id);

    private string? Text(string name) => Json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
