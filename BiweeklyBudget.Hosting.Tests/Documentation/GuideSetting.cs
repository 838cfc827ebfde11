using BiweeklyBudget.TestSupport.Markdown;

namespace BiweeklyBudget.Hosting.Tests.Documentation;

/// <summary>A row of docs/guide/settings.md.</summary>
/// <param name="Name">The setting.</param>
/// <param name="Default">What it is when nobody sets it: a value in backticks, or words.</param>
/// <param name="Example">A value, or <c>NAME=value</c> for a part of a section.</param>
/// <param name="Places">Where it may stand: O, E, F and D.</param>
internal sealed record GuideSetting(string Name, string Default, string Example, IReadOnlySet<string> Places)
{
    private const int Columns = 5;

    /// <summary>All rows, in the guide's order.</summary>
    public static IReadOnlyList<GuideSetting> All { get; } =
    [
        .. MarkdownPage.Read("docs/guide/settings.md").Rows.Where(row => row.Count == Columns)
            .Select(row => new GuideSetting(row[0].Trim('`'), row[1], row[2].Trim('`'), row[3].Split(' ').ToHashSet(StringComparer.Ordinal))),
    ];

    public static GuideSetting Of(string name) => All.Single(setting => setting.Name == name);
}
