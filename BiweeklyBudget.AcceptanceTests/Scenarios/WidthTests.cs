using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>No page scrolls sideways, and nothing runs out of its panel, at the widths that people have, with data that no page was drawn for (<see cref="StressHousehold"/>).</summary>
public sealed class WidthTests(AcceptanceFixture acceptance, StressHousehold stress) : BrowserTest(acceptance), IClassFixture<StressHousehold>
{
    // What stands beyond the edge of the window, or of its panel, and cannot be scrolled to within something of its own.
    private const string Outside = """
        () => {
          const width = document.documentElement.clientWidth;
          const says = e => `${e.tagName.toLowerCase()}${e.id && '#' + e.id}.${e.className} "${e.innerText?.slice(0, 30)}"`;
          const isCut = (e, top) => { for (let up = e.parentElement; up && up !== top; up = up.parentElement) { if (getComputedStyle(up).overflowX !== 'visible') { return true; } } return false; };
          const found = [];
          if (document.scrollingElement.scrollWidth > width) {
            found.push(`the page by ${document.scrollingElement.scrollWidth - width}`);
          }
          for (const panel of document.querySelectorAll('.bb-panel, .rc-card')) {
            const box = panel.getBoundingClientRect();
            for (const e of panel.querySelectorAll('*')) {
              const inner = e.getBoundingClientRect();
              if (inner.width > 1 && e.checkVisibility() && (inner.right > box.right + 1 || inner.left < box.left - 1) && !isCut(e, panel) && !e.matches('.visually-hidden, .visually-hidden *, thead, thead *')) {
                found.push(`${says(e)} by ${Math.round(Math.max(inner.right - box.right, box.left - inner.left))}`);
                break;
              }
            }
          }
          for (const e of document.querySelectorAll('.bb-scroll')) {
            if (e.scrollHeight > e.clientHeight + 1 && getComputedStyle(e).overflowY !== 'hidden') {
              found.push(`${says(e)} scrolls up and down`);
            }
          }
          return found;
        }
        """;

    private static readonly int[] Widths = [360, 768, 1024, 1280, 1440, 1920];

    public static TheoryData<string> Paths => new(MainPages.All);

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Nothing_runs_out_of_a_page_with_names_and_amounts_of_all_lengths(string path)
    {
        var page = await AppPage.OpenAsync(await OpenAsync(stress.Host, Viewport.Phone), path);
        await FitsAsync(page);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Nothing_runs_out_of_a_page_with_usual_data(string path)
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Phone), path);
        await FitsAsync(page);
    }

    private static async Task FitsAsync(AppPage page)
    {
        var complaints = new List<string>();
        foreach (var width in Widths)
        {
            await page.Page.SetViewportSizeAsync(width, width < 500 ? 740 : 900);
            complaints.AddRange((await page.Page.EvaluateAsync<string[]>(Outside)).Select(what => $"{width}: {what}"));
        }

        Assert.Empty(complaints);
    }
}
