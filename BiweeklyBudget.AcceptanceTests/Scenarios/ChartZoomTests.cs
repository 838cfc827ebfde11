using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>Charts can be zoomed with the mouse (spec/since-1.6.md §4.2).</summary>
public sealed class ChartZoomTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    [Fact]
    public async Task Dragging_shows_the_days_dragged_over_and_a_button_all_of_them_again()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/fuel");
        var canvas = page.Page.Locator("#fuel-price-chart canvas");
        var reset = page.Page.Locator("#fuel-price-chart-reset");
        await canvas.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(reset).ToBeDisabledAsync();
        Assert.Equal((0, 5), await RangeAsync(page));

        var box = (await canvas.BoundingBoxAsync())!;
        await page.Page.Mouse.MoveAsync(box.X + (box.Width * 0.3f), box.Y + 60);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(box.X + (box.Width * 0.5f), box.Y + 60);
        await Assertions.Expect(page.Page.Locator("#fuel-price-chart .bb-chart-mark")).ToBeVisibleAsync();
        await page.Page.Mouse.UpAsync();
        await Assertions.Expect(reset).ToBeEnabledAsync();
        var (first, last) = await RangeAsync(page);
        Assert.True(first > 0 && last < 5 && last > first, $"{first} to {last}");

        await page.Page.Keyboard.DownAsync("Control");
        await page.Page.Mouse.WheelAsync(0, 400);
        await page.Page.Mouse.WheelAsync(0, 400);
        await page.Page.Mouse.WheelAsync(0, 400);
        await page.Page.Mouse.WheelAsync(0, 400);
        await page.Page.Keyboard.UpAsync("Control");
        await Assertions.Expect(reset).ToBeDisabledAsync();

        await page.Page.Locator("#fuel-price-chart").GetByText("Show as table").ClickAsync();
        await Assertions.Expect(page.Page.Locator("#fuel-price-chart tbody tr")).ToHaveCountAsync(6);
    }

    // The names of both ends of the axis that is drawn.
    private static async Task<(int First, int Last)> RangeAsync(AppPage page)
    {
        var range = await page.Page.EvaluateAsync<int[]>("(() => { const { min, max } = Chart.getChart(document.querySelector('#fuel-price-chart canvas')).scales.x; return [min, max]; })()");
        return (range[0], range[1]);
    }
}
