using BiweeklyBudget.TestSupport.Markdown;

namespace BiweeklyBudget.Core.Tests.Documentation;

/// <summary>Every link of every page of the repository leads somewhere.</summary>
public sealed class LinksTests
{
    [Fact]
    public void No_link_leads_nowhere()
    {
        var pages = MarkdownPage.All();
        Assert.Contains(pages, page => page.Path == "docs/guide/README.md");
        Assert.True(pages.Sum(page => page.Links.Count()) > 100, "Hardly any link was found.");

        Assert.Empty(new LinkCheck(pages).Faults());
    }

    [Fact]
    public void Every_guide_is_in_the_index()
    {
        var index = MarkdownPage.Read("docs/guide/README.md").Links.Select(link => "docs/guide/" + link.Target.Split('#')[0]).ToList();
        Assert.All(MarkdownPage.All().Where(page => page.Path.StartsWith("docs/guide/", StringComparison.Ordinal) && page.Path != "docs/guide/README.md"), page => Assert.Contains(page.Path, index));
    }

    [Theory]
    [InlineData("[a](other.md)", null)]
    [InlineData("[a](other.md#a-second-heading)", null)]
    [InlineData("[a](#here)", null)]
    [InlineData("`[a](nothing.md)`", null)]
    [InlineData("[a](nothing.md)", "does not exist")]
    [InlineData("![a](nothing.png)", "does not exist")]
    [InlineData("[![a](nothing.png)](other.md)", null)]
    [InlineData("[a](other.md#nowhere)", "has no such heading")]
    [InlineData("[a](#nowhere)", "has no such heading")]
    [InlineData("[a](../../../elsewhere.md)", "leaves the repository")]
    [InlineData("[a](/docs/other.md)", "is not relative")]
    [InlineData("[a](https://example.org/page)", null)]
    [InlineData("[a](https:///page)", "is no address by HTTPS")]
    [InlineData("[a](ftp://example.org/page)", "is no address by HTTPS")]
    [InlineData("<http://127.0.0.1:8080>", null)]
    public void A_link_that_leads_nowhere_is_found(string text, string? fault)
    {
        var other = MarkdownPage.Parse("docs/guide/other.md", "# Other\n\n## A second heading\n");
        var page = MarkdownPage.Parse("docs/guide/page.md", $"# Here\n\n{text}\n");

        var faults = new LinkCheck([other, page]).Faults().ToList();

        if (fault is null)
        {
            Assert.Empty(faults);
        }
        else
        {
            Assert.EndsWith(fault, Assert.Single(faults), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Saving once", "saving-once")]
    [InlineData("9.2 `POST /forms/skip_sched_trans` (P) – skip it", "92-post-formsskip_sched_trans-p--skip-it")]
    [InlineData("Against the [same](other.md), by hand?", "against-the-same-by-hand")]
    public void Anchors_are_those_of_GitHub(string heading, string anchor) => Assert.Equal(anchor, MarkdownPage.AnchorOf(heading));

    [Fact]
    public void The_second_of_two_equal_headings_has_a_number() => Assert.Equal(["a", "a-1", "b"], MarkdownPage.Parse("page.md", "# A\n## A\n```sh\n# no heading\n```\n## B\n").Anchors.Order(StringComparer.Ordinal));
}
