using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using static Microsoft.Playwright.Assertions;

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

    // Words of at most twelve letters whose letters stand on several lines: a name that fits a line is never broken.
    private const string Broken = """
        () => {
          const found = new Set();
          const isClipped = head => head && getComputedStyle(head).position === 'absolute';
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          while (texts.nextNode()) {
            const text = texts.currentNode;
            if (!text.parentElement.checkVisibility() || text.parentElement.closest('.visually-hidden, dialog, script') || isClipped(text.parentElement.closest('thead'))) {
              continue;
            }
            for (const { 0: word, index } of text.data.matchAll(/\S+/gu)) {
              if (word.length <= 12) {
                range.setStart(text, index);
                range.setEnd(text, index + word.length);
                const lines = new Set([...range.getClientRects()].filter(box => box.width > 0).map(box => Math.round(box.top)));
                if (lines.size > 1) {
                  found.add(word);
                }
              }
            }
          }
          return [...found];
        }
        """;

    private static readonly int[] Widths = [360, 768, 1024, 1280, 1440, 1920];

    public static TheoryData<string> Paths => new(MainPages.All);

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Nothing_runs_out_of_a_page_with_names_and_amounts_of_all_lengths(string path)
    {
        var page = await AppPage.OpenAsync(await OpenSharedAsync(stress.Host, Viewport.Phone), path);
        await FitsAsync(page);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Nothing_runs_out_of_a_page_with_usual_data(string path)
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Phone), path);
        await FitsAsync(page);
    }

    [Fact]
    public async Task No_short_word_is_broken_on_any_page_of_the_demo()
    {
        var window = await OpenSharedAsync(await DemoHost.SharedAsync(), Viewport.Phone);
        var complaints = new List<string>();
        foreach (var path in MainPages.All.Where(path => !path.StartsWith("/payperiod/", StringComparison.Ordinal)).Append("/pay_period_for"))
        {
            var page = await AppPage.OpenAsync(window, path);
            complaints.AddRange((await ComplaintsAsync(page, Broken)).Select(what => $"{path} {what}"));
        }

        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_household_in_Germany_reads_its_days_weeks_and_amounts_as_they_are_written_there()
    {
        var window = await OpenSharedAsync(stress.Host, Viewport.Desktop);
        var page = await AppPage.OpenAsync(window, "/payperiods");
        await Expect(page.Page.Locator("#pay-period-table tbody .bb-lead").First).ToContainTextAsync("07.07.2017");
        await Expect(page.Page.Locator("#bb-calendars th").First).ToHaveTextAsync("Mo");
        await Expect(page.Page.Locator("#panel-period-current .bb-figure")).ToContainTextAsync("€");

        page = await AppPage.OpenAsync(window, "/transactions");
        await page.OpenDialogAsync(page.Opener("Add Transaction"), "Add New Transaction");
        await page.Dialog.FillAsync("amount", "12,50+7");
        await page.Dialog.FillAsync("description", "x");
        await Expect(page.Dialog.Field("amount")).ToHaveValueAsync("19,50");
    }

    private static async Task FitsAsync(AppPage page) => Assert.Empty(await ComplaintsAsync(page, Outside));

    private static async Task<List<string>> ComplaintsAsync(AppPage page, string question)
    {
        var complaints = new List<string>();
        foreach (var width in Widths)
        {
            await page.Page.SetViewportSizeAsync(width, width < 500 ? 740 : 900);
            complaints.AddRange((await page.Page.EvaluateAsync<string[]>(question)).Select(what => $"{width}: {what}"));
        }

        return complaints;
    }
}
