using System.Text.Json;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary>Whether rows of the database are the recorded ones: decimals by value, texts that hold JSON as JSON, the rest as text.</summary>
internal static class DatabaseComparison
{
    public static bool Same(IReadOnlyList<IReadOnlyList<string?>> expected, IReadOnlyList<IReadOnlyList<string?>> got) =>
        expected.Count == got.Count && expected.Zip(got).All(rows => rows.First.Count == rows.Second.Count && rows.First.Zip(rows.Second).All(v => Same(v.First, v.Second)));

    public static string Show(IReadOnlyList<IReadOnlyList<string?>> rows) => Facts.Short(JsonSerializer.Serialize(rows), 700);

    private static bool Same(string? expected, string? got) =>
        expected == got || (expected is not null && got is not null && (Numbers.Same(expected, got) || SameJson(expected, got)));

    private static bool SameJson(string expected, string got)
    {
        if (expected.Length == 0 || got.Length == 0 || expected[0] is not ('{' or '[') || got[0] is not ('{' or '['))
        {
            return false;
        }

        try
        {
            using var a = JsonDocument.Parse(expected);
            using var b = JsonDocument.Parse(got);
            return JsonElement.DeepEquals(a.RootElement, b.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
