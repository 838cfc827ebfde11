using System.Globalization;
using System.Text.RegularExpressions;

namespace BiweeklyBudget.Hosting.Tests.Documentation;

/// <summary>The table of the OWASP ASVS 5.0 (docs/security/asvs.md) answers every requirement of levels 1 and 2, and what it names is there.</summary>
public sealed partial class AsvsTests
{
    // Characters; "there are none" says enough.
    private const int ShortestAnswer = 10;

    // How many requirements of levels 1 and 2 each section of version 5.0.0 has; in all of them those of level 3 come last.
    private static readonly Dictionary<string, int> Sections = new(StringComparer.Ordinal)
    {
        ["1.1"] = 2,
        ["1.2"] = 9,
        ["1.3"] = 11,
        ["1.4"] = 3,
        ["1.5"] = 2,
        ["2.1"] = 3,
        ["2.2"] = 3,
        ["2.3"] = 4,
        ["2.4"] = 1,
        ["3.2"] = 2,
        ["3.3"] = 4,
        ["3.4"] = 6,
        ["3.5"] = 5,
        ["3.7"] = 2,
        ["4.1"] = 3,
        ["4.2"] = 1,
        ["4.3"] = 2,
        ["4.4"] = 4,
        ["5.1"] = 1,
        ["5.2"] = 3,
        ["5.3"] = 2,
        ["5.4"] = 3,
        ["6.1"] = 3,
        ["6.2"] = 12,
        ["6.3"] = 4,
        ["6.4"] = 4,
        ["6.5"] = 5,
        ["6.6"] = 3,
        ["6.8"] = 4,
        ["7.1"] = 3,
        ["7.2"] = 4,
        ["7.3"] = 2,
        ["7.4"] = 5,
        ["7.5"] = 2,
        ["7.6"] = 2,
        ["8.1"] = 2,
        ["8.2"] = 3,
        ["8.3"] = 1,
        ["8.4"] = 1,
        ["9.1"] = 3,
        ["9.2"] = 4,
        ["10.1"] = 2,
        ["10.2"] = 2,
        ["10.3"] = 4,
        ["10.4"] = 11,
        ["10.5"] = 5,
        ["10.6"] = 2,
        ["10.7"] = 3,
        ["11.1"] = 2,
        ["11.2"] = 3,
        ["11.3"] = 3,
        ["11.4"] = 4,
        ["11.5"] = 1,
        ["11.6"] = 1,
        ["12.1"] = 3,
        ["12.2"] = 2,
        ["12.3"] = 4,
        ["13.1"] = 1,
        ["13.2"] = 5,
        ["13.3"] = 2,
        ["13.4"] = 5,
        ["14.1"] = 2,
        ["14.2"] = 4,
        ["14.3"] = 3,
        ["15.1"] = 3,
        ["15.2"] = 3,
        ["15.3"] = 7,
        ["16.1"] = 1,
        ["16.2"] = 5,
        ["16.3"] = 4,
        ["16.4"] = 3,
        ["16.5"] = 3,
        ["17.1"] = 1,
        ["17.2"] = 4,
        ["17.3"] = 2,
    };

    private static readonly string Root = RootOf(AppContext.BaseDirectory);

    private static string Text => File.ReadAllText(Path.Combine(Root, "docs", "security", "asvs.md"));

    [Fact]
    public void Every_requirement_has_one_row_with_an_answer()
    {
        var rows = Row().Matches(Text);
        var expected = Sections.SelectMany(section => Enumerable.Range(1, section.Value).Select(i => string.Create(CultureInfo.InvariantCulture, $"{section.Key}.{i}"))).ToList();
        Assert.Equal(253, expected.Count);
        Assert.Equal(expected.Order(StringComparer.Ordinal), rows.Select(row => row.Groups["number"].Value).Order(StringComparer.Ordinal));

        // Met by something that can be looked at, or explained.
        Assert.All(rows, row => Assert.InRange(row.Groups["answer"].Value.Trim().Length, ShortestAnswer, 1000));
    }

    [Fact]
    public void Every_file_that_an_answer_names_is_there()
    {
        var named = Named().Matches(Text).Select(name => name.Value.Trim('`')).Distinct(StringComparer.Ordinal).ToList();
        Assert.InRange(named.Count, 80, 400);
        Assert.DoesNotContain(named, name => !Path.Exists(Path.Combine(Root, name)) && !Path.Exists(Path.Combine(Root, "BiweeklyBudget." + name)));
    }

    [Fact]
    public void A_file_of_tests_that_an_answer_names_has_tests()
    {
        var named = Named().Matches(Text).Select(name => Path.Combine(Root, "BiweeklyBudget." + name.Value.Trim('`'))).Where(name => name.EndsWith("Tests.cs", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        Assert.InRange(named.Count, 40, 200);
        Assert.DoesNotContain(named, name => File.ReadAllText(name) is var text && !text.Contains("[Fact", StringComparison.Ordinal) && !text.Contains("[Theory", StringComparison.Ordinal));
    }

    private static string RootOf(string folder) => File.Exists(Path.Combine(folder, "BiweeklyBudget.sln")) ? folder : RootOf(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of a checkout."));

    [GeneratedRegex(@"^\| (?<number>[0-9]+\.[0-9]+\.[0-9]+) \| [^|]+ \| (?<answer>[^|]+) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(Core|Hosting|InitDb|AcceptanceTests|docs|eng)(\.Tests|\.BrowserTests)?/[A-Za-z0-9_./-]+`|`SECURITY\.md`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
