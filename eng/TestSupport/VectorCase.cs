using System.Text.Json;

namespace BiweeklyBudget.TestSupport;

/// <summary>One case of a vector file (<c>eng/testdata/vectors/README.md</c>). Its text is its id, the test's display name.</summary>
public sealed class VectorCase
{
    private VectorCase(JsonElement json, JsonElement? world)
    {
        Id = json.GetProperty("id").GetString()!;
        Kind = json.GetProperty("kind").GetString()!;
        Input = json.GetProperty("input");
        Expected = json.GetProperty("expected");
        World = world;
    }

    public string Id { get; }

    public string Kind { get; }

    public JsonElement Input { get; }

    public JsonElement Expected { get; }

    /// <summary>The file's own starting database, for areas that have one.</summary>
    public JsonElement? World { get; }

    /// <summary>All cases of an area; none when a folder of further cases has no file for it.</summary>
    public static IReadOnlyList<VectorCase> All(string area)
    {
        var file = Path.Combine(TestData.Vectors, area + ".json");
        if (!File.Exists(file))
        {
            return [];
        }

        var json = JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;
        JsonElement? world = json.TryGetProperty("world", out var w) ? w : null;
        return [.. json.GetProperty("cases").EnumerateArray().Select(c => new VectorCase(c, world))];
    }

    /// <summary>Why a theory over these kinds has nothing to run: the folder that BIWEEKLYBUDGET_VECTORS names has no such case. Null when it has, and for the repository's own vectors.</summary>
    public static string? WhyNone(string area, IReadOnlyList<string> kinds) =>
        TestData.HasOtherVectors && !All(area).Any(c => kinds.Contains(c.Kind)) ? $"The folder {TestData.Vectors} has no such case in the area {area}." : null;

    public override string ToString() => Id;
}
