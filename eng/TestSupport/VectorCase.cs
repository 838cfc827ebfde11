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
    public static IReadOnlyList<VectorCase> All(string area) => In(TestData.Vectors, area);

    private static IReadOnlyList<VectorCase> In(string folder, string area)
    {
        var file = Path.Combine(folder, area + ".json");
        if (!File.Exists(file))
        {
            return [];
        }

        var json = JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;
        JsonElement? world = json.TryGetProperty("world", out var w) ? w : null;
        return [.. json.GetProperty("cases").EnumerateArray().Select(c => new VectorCase(c, world))];
    }

    /// <summary>The cases of some kinds. A folder of further cases (BIWEEKLYBUDGET_VECTORS) need not have some of every kind: then those of the repository are run.</summary>
    public static IReadOnlyList<VectorCase> OfKinds(string area, IReadOnlyList<string> kinds) => Chosen(area, vector => kinds.Contains(vector.Kind));

    /// <summary>The cases of an area that a test runs, from the folder of further cases or else from the repository.</summary>
    public static IReadOnlyList<VectorCase> Chosen(string area, Func<VectorCase, bool> isRun)
    {
        List<VectorCase> cases = [.. All(area).Where(isRun)];
        return cases.Count > 0 ? cases : [.. In(TestData.OwnVectors, area).Where(isRun)];
    }

    public override string ToString() => Id;
}
