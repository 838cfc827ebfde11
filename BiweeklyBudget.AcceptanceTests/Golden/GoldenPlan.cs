using System.Text.Json;
using System.Text.RegularExpressions;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary><c>golden-routes.json</c>: which transcripts and routes are of features that the program does not have yet.</summary>
/// <param name="LaterFiles">How the names of such transcripts begin.</param>
/// <param name="Later">Such routes within the other transcripts.</param>
internal sealed record GoldenPlan(IReadOnlyList<string> LaterFiles, IReadOnlyList<GoldenPlan.LaterRoute> Later)
{
    public static GoldenPlan Current { get; } = JsonSerializer.Deserialize<GoldenPlan>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", "golden-routes.json")), JsonSerializerOptions.Web)!;

    /// <summary>The transcripts to run: all of the folder but those of later features.</summary>
    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(TestData.Golden, "*.jsonl")
        .Where(file => !LaterFiles.Any(later => Path.GetFileName(file).StartsWith(later, StringComparison.Ordinal))).Order(StringComparer.Ordinal)];

    /// <summary>The entry that says why a request does not run yet, or null.</summary>
    public LaterRoute? LaterRouteOf(RecordedRequest record) => Later.FirstOrDefault(route => route.Covers(record));

    /// <param name="Method">The request's method, or <c>*</c>.</param>
    /// <param name="Path">The path without the query string; <c>*</c> stands for one segment.</param>
    /// <param name="Reason">What will bring the route.</param>
    internal sealed record LaterRoute(string Method, string Path, string Reason)
    {
        public bool Covers(RecordedRequest record) => (Method == "*" || Method == record.Method)
            && Regex.IsMatch(record.Path.Split('?')[0], "^" + Regex.Escape(Path).Replace(@"\*", "[^/]+", StringComparison.Ordinal) + @"\z", RegexOptions.None, TimeSpan.FromSeconds(5));
    }
}
