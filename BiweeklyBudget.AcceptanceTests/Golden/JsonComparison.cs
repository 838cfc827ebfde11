using System.Text.Json;
using System.Text.RegularExpressions;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary>
/// Compares JSON deeply: keys too many or missing are mismatches, numbers may differ by rounding, and a record may name paths
/// that are not compared, lists without an order and lists whose ties may stand in any order.
/// </summary>
internal sealed class JsonComparison
{
    private readonly IReadOnlyList<string> _ignored;
    private readonly IReadOnlyList<string> _unordered;
    private readonly string? _tiesPath;
    private readonly IReadOnlyList<string> _tieKeys;
    private readonly List<string> _mismatches = [];

    private JsonComparison(IReadOnlyList<string> ignored, IReadOnlyList<string> unordered, string? tiesPath, IReadOnlyList<string> tieKeys)
    {
        _ignored = ignored;
        _unordered = unordered;
        _tiesPath = tiesPath;
        _tieKeys = tieKeys;
    }

    public static IReadOnlyList<string> Mismatches(RecordedRequest record, JsonElement expected, JsonElement got)
    {
        var ties = record.Json.TryGetProperty("sort_ties", out var t) && t.ValueKind == JsonValueKind.Object ? t : (JsonElement?)null;
        var comparison = new JsonComparison(Strings(record.Json, "ignore"), Strings(record.Json, "unordered"), ties?.GetProperty("path").GetString(), ties is { } named ? Strings(named, "keys") : []);
        comparison.Compare(expected, got, "");
        return comparison._mismatches;
    }

    private static IReadOnlyList<string> Strings(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(v => v.GetString()!)] : [];

    private void Compare(JsonElement expected, JsonElement got, string path)
    {
        if (Matches(path, _ignored))
        {
            return;
        }

        if (expected.ValueKind != got.ValueKind)
        {
            Add(path, expected, got);
            return;
        }

        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                CompareObjects(expected, got, path);
                break;
            case JsonValueKind.Array:
                CompareLists([.. expected.EnumerateArray()], [.. got.EnumerateArray()], path);
                break;
            case JsonValueKind.Number:
                if (!Numbers.Same(expected.GetRawText(), got.GetRawText()))
                {
                    Add(path, expected, got);
                }

                break;
            case JsonValueKind.String:
                if (expected.GetString() != got.GetString())
                {
                    Add(path, expected, got);
                }

                break;
        }
    }

    private void CompareObjects(JsonElement expected, JsonElement got, string path)
    {
        foreach (var property in expected.EnumerateObject())
        {
            var below = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (got.TryGetProperty(property.Name, out var value))
            {
                Compare(property.Value, value, below);
            }
            else if (!Matches(below, _ignored))
            {
                _mismatches.Add($"{below}: missing (expected {Facts.Short(property.Value.GetRawText())})");
            }
        }

        foreach (var property in got.EnumerateObject().Where(p => !expected.TryGetProperty(p.Name, out _)))
        {
            var below = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (!Matches(below, _ignored))
            {
                _mismatches.Add($"{below}: not expected (got {Facts.Short(property.Value.GetRawText())})");
            }
        }
    }

    private void CompareLists(List<JsonElement> expected, List<JsonElement> got, string path)
    {
        if (expected.Count != got.Count)
        {
            _mismatches.Add($"{(path.Length == 0 ? "(top)" : path)}: {expected.Count} items expected, got {got.Count}");
            return;
        }

        if (Matches(path, _unordered))
        {
            got = Align(expected, got, []);
        }
        else if (_tiesPath == path)
        {
            got = Align(expected, got, _tieKeys);
        }

        for (var i = 0; i < expected.Count; i++)
        {
            Compare(expected[i], got[i], $"{path}[{i}]");
        }
    }

    // Rows that may come in any order (no keys), or in any order among rows with the same sort keys.
    private List<JsonElement> Align(List<JsonElement> expected, List<JsonElement> got, IReadOnlyList<string> keys)
    {
        var rest = new List<JsonElement>(got);
        var aligned = new List<JsonElement>();
        foreach (var row in expected)
        {
            var pick = 0;
            for (var i = 0; i < rest.Count; i++)
            {
                // The keys say whose turn it is: only rows with the same ones can come now.
                if (keys.Any(k => !SameProperty(row, rest[i], k)))
                {
                    break;
                }

                if (Same(row, rest[i]))
                {
                    pick = i;
                    break;
                }
            }

            aligned.Add(rest[pick]);
            rest.RemoveAt(pick);
        }

        return aligned;
    }

    private bool SameProperty(JsonElement expected, JsonElement got, string key)
    {
        var inExpected = expected.TryGetProperty(key, out var a);
        var inGot = got.TryGetProperty(key, out var b);
        return inExpected && inGot ? Same(a, b) : inExpected == inGot;
    }

    private bool Same(JsonElement expected, JsonElement got)
    {
        var inner = new JsonComparison([.. _ignored.Select(p => p.Contains("[].", StringComparison.Ordinal) ? p[(p.LastIndexOf("[].", StringComparison.Ordinal) + 3)..] : p)], [], null, []);
        inner.Compare(expected, got, "");
        return inner._mismatches.Count == 0;
    }

    // "*" stands for any key, "[]" for any place in a list.
    private static bool Matches(string path, IReadOnlyList<string> patterns) => patterns.Any(pattern =>
        Regex.IsMatch(path, "^" + Regex.Escape(pattern).Replace(@"\*", @"[^.\[\]]*", StringComparison.Ordinal).Replace(@"\[]", @"\[\d+\]", StringComparison.Ordinal) + @"\z", RegexOptions.None, TimeSpan.FromSeconds(5)));

    private void Add(string path, JsonElement expected, JsonElement got) =>
        _mismatches.Add($"{(path.Length == 0 ? "(top)" : path)}: expected {Facts.Short(expected.GetRawText())}, got {Facts.Short(got.GetRawText())}");
}
