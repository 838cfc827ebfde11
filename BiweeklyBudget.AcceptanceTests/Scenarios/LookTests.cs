using System.Text.Json;
using System.Text.RegularExpressions;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Golden;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>The pages as a visitor sees them, on a desk and on a phone, in light and in dark.</summary>
public sealed partial class LookTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    public static TheoryData<string, string, string, bool, ColorScheme> Pages()
    {
        var pages = new TheoryData<string, string, string, bool, ColorScheme>();
        foreach (var isPhone in new[] { false, true })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                pages.Add("/", "misc", "misc-001", isPhone, scheme);
                pages.Add("/payperiods", "payperiods", "payperiods-026", isPhone, scheme);
                pages.Add("/payperiod/2017-07-21", "payperiods", "payperiods-027", isPhone, scheme);
                pages.Add("/help", "misc", "misc-002", isPhone, scheme);
                pages.Add("/ofx", "ofx", "ofx-014", isPhone, scheme);
                pages.Add("/fuel", "fuel", "fuel-005", isPhone, scheme);
            }
        }

        return pages;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_shows_the_recorded_figures_fits_its_window_and_is_accessible(string path, string file, string request, bool isPhone, ColorScheme scheme)
    {
        var record = RecordedRequest.Find(file, request);
        Assert.Equal(record.Path, path);
        var page = await AppPage.OpenAsync(await OpenAsync(isPhone ? Viewport.Phone : Viewport.Desktop, scheme), path);

        await page.ShowNotificationsAsync();
        Assert.Empty(MissingFigures(isPhone ? InShortRows(record) : record.Json.GetProperty("text_facts"), await page.VisibleFactsAsync(), request));
        Assert.Equal(0, await page.OverflowAsync());
        Assert.Empty(await page.AccessibilityViolationsAsync());
    }

    [Theory]
    [InlineData("/", "home.png")]
    [InlineData("/pay_period_for", "period.png")]
    public async Task The_pictures_for_the_guide_and_for_help_can_be_taken(string path, string file)
    {
        // The made-up household, as somebody who tries the program sees it.
        var page = await AppPage.OpenAsync(await OpenSharedAsync(await DemoHost.SharedAsync(), Viewport.Desktop), path);
        var picture = await page.ScreenshotAsync();

        Assert.True(picture.AsSpan(1, 3).SequenceEqual("PNG"u8));
        Assert.True(picture.Length > 20_000, $"A picture of {picture.Length} bytes shows nothing.");
        if (Environment.GetEnvironmentVariable("UPDATE_SCREENSHOT") == "1")
        {
            var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "docs", "guide")).FullName;
            await File.WriteAllBytesAsync(Path.Combine(folder, file), picture);
        }
    }

    // Rows of two lines leave out which schedule a transaction was made from; its dialog says it.
    private static JsonElement InShortRows(RecordedRequest record) =>
        JsonDocument.Parse(FromSchedule().Replace(record.Json.GetProperty("text_facts").GetRawText(), "\"\"")).RootElement;

    [GeneratedRegex("\"\\(from [0-9]+\\)\"", RegexOptions.None, 1000)]
    private static partial Regex FromSchedule();

    private static IEnumerable<string> MissingFigures(JsonElement facts, PageFacts seen, string request) =>
        RowComparison.Mismatches(facts, seen).Where(m => !GoldenDifference.All.Any(d => d.Covers(request, m)));
}
