using System.Text.Json;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary>A query and the rows that it must find, every value as text or null.</summary>
internal sealed record RecordedRows(string Sql, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    public static RecordedRows Read(JsonElement json) =>
        new(json.GetProperty("sql").GetString()!, [.. json.GetProperty("rows").EnumerateArray().Select(row => (IReadOnlyList<string?>)[.. row.EnumerateArray().Select(v => v.GetString())])]);
}
