using System.Text.Json;
using System.Text.RegularExpressions;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary>One entry of <c>golden-differences.json</c>: where the program answers otherwise than upstream, on purpose.</summary>
/// <param name="Requests">Ids of requests, <c>*</c> stands for any characters.</param>
/// <param name="Mismatch">Text that the mismatch contains.</param>
/// <param name="Reason">What the program does instead.</param>
/// <param name="Spec">Where that is required, for example <c>spec/http-api.md fix 3</c>.</param>
internal sealed record GoldenDifference(IReadOnlyList<string> Requests, string Mismatch, string Reason, string Spec)
{
    public static IReadOnlyList<GoldenDifference> All { get; } = JsonSerializer.Deserialize<GoldenDifference[]>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", "golden-differences.json")), JsonSerializerOptions.Web)!;

    public bool Covers(string requestId, string mismatch) => mismatch.Contains(Mismatch, StringComparison.Ordinal) && IsAbout(requestId);

    /// <summary>Whether it names any of these requests; another folder of recordings may have none of them.</summary>
    public bool IsAboutAny(IEnumerable<string> requestIds) => requestIds.Any(IsAbout);

    private bool IsAbout(string requestId) =>
        Requests.Any(pattern => Regex.IsMatch(requestId, "^" + Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal) + @"\z", RegexOptions.None, TimeSpan.FromSeconds(5)));
}
