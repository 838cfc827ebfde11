using System.Text.Json;

namespace BiweeklyBudget.TestSupport;

/// <summary>Reads <c>known-differences.json</c>, the list of all deliberate differences from the vectors.</summary>
public static class KnownDifferences
{
    public static IReadOnlyList<KnownDifference> All { get; } = JsonSerializer.Deserialize<KnownDifference[]>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "known-differences.json")), JsonSerializerOptions.Web)!;

    /// <summary>The listed rule; a test calls this before it expects anything else than the vector says.</summary>
    /// <exception cref="InvalidOperationException">The rule is not listed.</exception>
    public static KnownDifference Rule(string area, string rule) =>
        All.SingleOrDefault(d => d.Area == area && d.Rule == rule)
        ?? throw new InvalidOperationException($"known-differences.json lists no rule '{rule}' for the area '{area}'.");

    /// <summary>The difference that names this case by its id, or null.</summary>
    public static KnownDifference? OfCase(string area, string id) => All.SingleOrDefault(d => d.Area == area && d.Ids?.Contains(id) == true);
}
