using System.Text.Json;
using System.Text.RegularExpressions;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary><c>golden-routes.json</c>: which transcripts run, and which routes the program does not have yet.</summary>
internal sealed record GoldenPlan(IReadOnlyList<string> Files, IReadOnlyList<GoldenPlan.LaterRoute> Later)
{
    public static GoldenPlan Current { get; } = JsonSerializer.Deserialize<GoldenPlan>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", "golden-routes.json")), JsonSerializerOptions.Web)!;

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
