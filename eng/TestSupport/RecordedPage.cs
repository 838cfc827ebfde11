using System.Text.Json;

namespace BiweeklyBudget.TestSupport;

/// <summary>A page of upstream's as it was recorded (eng/testdata/golden/README.md).</summary>
/// <param name="Path">Its address.</param>
/// <param name="Facts">What it showed: <c>tables</c>, <c>by_id</c>, <c>alerts</c>.</param>
public sealed record RecordedPage(string Path, JsonElement Facts)
{
    /// <summary>The pages of a recording up to the first request there that changes something, so that they show the sample data.</summary>
    /// <param name="recording">Name of the recording, without its extension.</param>
    public static IReadOnlyList<RecordedPage> BeforeTheFirstChange(string recording) =>
    [
        .. File.ReadLines(System.IO.Path.Combine(TestData.OwnGolden, recording + ".jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .TakeWhile(request => request.GetProperty("method").GetString() == "GET")
            .Where(request => request.GetProperty("status").GetInt32() == 200)
            .Select(request => new RecordedPage(request.GetProperty("path").GetString()!, request.GetProperty("text_facts"))),
    ];

    /// <summary>The head cells of a table.</summary>
    public IEnumerable<string> Header(string table) => Table(table).GetProperty("header").EnumerateArray().Select(cell => cell.GetString()!);

    /// <summary>The cells of a table's rows.</summary>
    public IReadOnlyList<string[]> Rows(string table) =>
        [.. Table(table).GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetString()!).ToArray())];

    private JsonElement Table(string id) => Facts.GetProperty("tables").EnumerateArray().Single(table => table.GetProperty("id").GetString() == id);
}
