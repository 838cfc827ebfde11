using System.Text.Json;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary>
/// Compares a page with its recorded facts: every recorded row stands on the page as one
/// row or list item that holds all its names, figures and dates, and every recorded figure and notification is there.
/// </summary>
internal static class RowComparison
{
    public static IEnumerable<string> Mismatches(JsonElement facts, PageFacts page) =>
        MissingRows(facts, page).Concat(MissingTexts(facts, page)).Concat(MissingAlerts(facts, page));

    private static IEnumerable<string> MissingRows(JsonElement facts, PageFacts page)
    {
        foreach (var table in Items(facts, "tables"))
        {
            // One row of the page answers for one recorded row of the same table.
            var used = new HashSet<int>();
            foreach (var row in Items(table, "rows"))
            {
                var tokens = Facts.TokensOf(row.EnumerateArray().Select(cell => cell.GetString() ?? ""));
                var found = Enumerable.Range(0, page.Rows.Count).Where(i => !used.Contains(i) && tokens.All(t => page.Rows[i].Contains(t, StringComparison.Ordinal))).Cast<int?>().FirstOrDefault();
                if (found is null)
                {
                    yield return $"no row on the page says [{string.Join(", ", tokens)}]";
                }
                else
                {
                    used.Add(found.Value);
                }
            }
        }
    }

    private static IEnumerable<string> MissingTexts(JsonElement facts, PageFacts page)
    {
        if (facts.TryGetProperty("by_id", out var texts))
        {
            foreach (var entry in texts.EnumerateObject())
            {
                var text = Facts.Bare(entry.Value.GetString());
                if (text.Length > 0 && !page.Text.Contains(text, StringComparison.Ordinal) && !page.TextsWithId.Contains(text))
                {
                    yield return $"not on the page: {Facts.Short(text)} (upstream: #{entry.Name})";
                }
            }
        }

        foreach (var text in Items(facts, "contains").Select(t => Facts.Bare(t.GetString())).Where(t => !page.Text.Contains(t, StringComparison.Ordinal)))
        {
            yield return $"text not on the page: {Facts.Short(text)}";
        }
    }

    private static IEnumerable<string> MissingAlerts(JsonElement facts, PageFacts page)
    {
        foreach (var alert in Items(facts, "alerts"))
        {
            string[] fragments = alert.ValueKind == JsonValueKind.Array ? [.. alert.EnumerateArray().Select(f => f.GetString()!)] : [alert.GetString()!];
            if (fragments.Any(f => !page.Text.Contains(Facts.Bare(f), StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"notification not on the page: [{string.Join(", ", fragments)}]";
            }
        }
    }

    private static JsonElement[] Items(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
}
