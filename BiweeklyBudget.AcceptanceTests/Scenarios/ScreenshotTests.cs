using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>
/// Pictures of every page, to be looked at one by one: <c>BUDGETTEST_SCREENSHOTS=1 dotnet test --filter FullyQualifiedName~ScreenshotTests</c> puts them into <c>artifacts/screenshots</c>. Without it
/// only the first one is taken, into nowhere.
/// </summary>
public sealed class ScreenshotTests(AcceptanceFixture acceptance, StressHousehold stress) : BrowserTest(acceptance), IClassFixture<StressHousehold>
{
    private static readonly bool AreWanted = Environment.GetEnvironmentVariable("BUDGETTEST_SCREENSHOTS") == "1";

    private static readonly Viewport[] Viewports = [Viewport.Phone, new(768, 1024), Viewport.Desktop];

    [Fact]
    public async Task Every_page_of_the_demo_is_pictured()
    {
        await using var host = await HostProcess.StartAsync(new Dictionary<string, string?> { ["BACKUP_PATH"] = "off" }, "--demo");
        string[] paths = [.. MainPages.All.Where(path => !path.StartsWith("/payperiod/", StringComparison.Ordinal)), "/pay_period_for", "/offline", "/dialogs/transaction", "/dialogs/account", "/welcome"];
        await PictureAsync(host, "demo", paths);
    }

    [Fact]
    public async Task Every_page_of_the_stress_household_is_pictured() => await PictureAsync(stress.Host, "stress", MainPages.All);

    private async Task PictureAsync(HostProcess host, string household, string[] paths)
    {
        foreach (var viewport in AreWanted ? Viewports : Viewports[..1])
        {
            foreach (var scheme in AreWanted ? new[] { ColorScheme.Light, ColorScheme.Dark } : [ColorScheme.Light])
            {
                var window = viewport == Viewport.Phone ? await OpenTouchAsync(host, scheme) : await OpenAsync(host, viewport, scheme);
                foreach (var path in AreWanted ? paths : paths[..1])
                {
                    var page = await AppPage.OpenAsync(window, path);
                    var picture = await page.Page.ScreenshotAsync(new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled, FullPage = true });
                    Assert.True(picture.Length > 5_000, $"A picture of {picture.Length} bytes shows nothing.");
                    if (AreWanted)
                    {
                        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "screenshots", household)).FullName;
                        await File.WriteAllBytesAsync(Path.Combine(folder, FormattableString.Invariant($"{MainPages.NameOf(path)}-{viewport.Width}-{scheme}.png").ToLowerInvariant()), picture);
                    }
                }
            }
        }
    }
}
