using System.Text.Json;
using System.Xml.Linq;
using BiweeklyBudget.AcceptanceTests.Fixtures;

namespace BiweeklyBudget.AcceptanceTests.Guides;

/// <summary>What can be said of the guides' blocks without running them.</summary>
public sealed class GuideFormTests
{
    private static readonly string[] Languages = ["sh", "text", "cron", "csharp", "json", "xml", "ini", "nginx", "caddy"];

    [Fact]
    public void The_guides_that_are_run_are_these() =>
        Assert.Equal(
            ["docs/guide/backup.md", "docs/guide/move.md", "docs/guide/operate/README.md", "docs/guide/scripts.md", "docs/guide/settings.md", "docs/guide/start.md"],
            GuideScript.Guides.Where(page => page.Blocks.Any(GuideScript.IsRun)).Select(page => page.Path).Order(StringComparer.Ordinal));

    [Fact]
    public async Task What_is_not_run_has_a_reason_and_is_at_least_well_formed()
    {
        foreach (var (page, block) in GuideScript.Guides.SelectMany(page => page.Blocks.Select(block => (page, block))))
        {
            var where = $"{page.Path}:{block.Line}";
            Assert.True(Languages.Contains(block.Language), $"{where} is in no known language: {block.Language}");
            Assert.True(GuideScript.IsKnown(block.Comment), $"{where} has a comment that means nothing: {block.Comment}");
            switch (block.Language)
            {
                case "sh" when !GuideScript.IsRun(block):
                    Assert.True(GuideScript.ReasonOf(block).Length > 0, where);
                    await ChildProcess.RunAsync("bash", ["-n", "-c", block.Text], new Dictionary<string, string?>(), Path.GetTempPath(), TimeSpan.FromSeconds(30));
                    break;
                case "json":
                    JsonDocument.Parse(block.Text).Dispose();
                    break;
                case "xml":
                    XDocument.Parse(block.Text);
                    break;
            }
        }
    }

    [Fact]
    public void Every_program_of_the_guides_is_built_by_a_test()
    {
        var written = GuideScript.Guides.SelectMany(page => page.Blocks.Where(block => block.Language == "csharp").Select((_, index) => (page.Path, (int?)index)));
        Assert.Equal(written, PackageSample.All.Where(sample => sample.Page.StartsWith("docs/guide/", StringComparison.Ordinal)).Select(sample => (sample.Page, sample.Index)));
    }

    [Theory]
    [InlineData("a\nb\n", "a\nx\nb\n", 0)]
    [InlineData("b\na\n", "a\nb\n", 1)]
    [InlineData("…is ready…\n", "The database is ready; nothing was to do.\n", 0)]
    [InlineData("ready\n", "not ready\n", 1)]
    [InlineData("http://127.0.0.1:8080/x\n", "http://127.0.0.1:41234/x\n", 0)]
    public void What_a_guide_says_is_compared_line_by_line(string said, string output, int missing) => Assert.Equal(missing, GuideScript.NotPrinted(said, output).Count());
}
