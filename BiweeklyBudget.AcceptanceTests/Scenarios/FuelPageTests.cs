using System.Globalization;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>The fuel log has more columns than any other list: where they do not fit, the table scrolls and not the page.</summary>
public sealed class FuelPageTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_page_fits_every_width_also_with_long_names(ColorScheme scheme)
    {
        await Acceptance.Host.SaveAsync("vehicle", new { id = "1", name = new string('W', 80), is_active = true });
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop, scheme), "/fuel");
        foreach (var width in new[] { 360, 768, 1024, 1280, 1440, 1920 })
        {
            await page.Page.SetViewportSizeAsync(width, 900);
            Assert.Equal((width, 0), (width, await page.OverflowAsync()));
            if (Environment.GetEnvironmentVariable("BUDGETTEST_PICTURES") is { Length: > 0 } folder)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"fuel-log-{width}-{scheme}.png");
                await page.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Directory.CreateDirectory(folder).FullName, name), FullPage = true });
            }
        }
    }
}
