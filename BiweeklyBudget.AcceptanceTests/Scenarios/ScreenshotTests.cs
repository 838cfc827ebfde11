using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>
/// Pictures of every page and every open dialog, to be looked at one by one: <c>BUDGETTEST_SCREENSHOTS=1 dotnet test --filter FullyQualifiedName~ScreenshotTests</c> puts them into
/// <c>artifacts/screenshots</c>. Without it only the first one is taken, into nowhere.
/// </summary>
public sealed class ScreenshotTests(AcceptanceFixture acceptance, StressHousehold stress) : BrowserTest(acceptance), IClassFixture<StressHousehold>
{
    private static readonly bool AreWanted = Environment.GetEnvironmentVariable("BUDGETTEST_SCREENSHOTS") == "1";

    private static readonly Viewport[] Viewports = [Viewport.Phone, new(768, 1024), Viewport.Desktop];

    // Beside those that the navigation leads to.
    private static readonly string[] FurtherPages =
    [
        "/accounts/1/transactions", "/accounts/3/transactions", "/budgets/1/transactions", "/budgets/2/transactions", "/budgets/7/transactions", "/transactions?q=nothing+has+this",
        "/accounts/credit-payoff/schedule/LowestBalanceFirstMethod", "/projects/1/import", "/settings", "/saved", "/offline", "/error",
    ];

    // {0} is the first day of the current period.
    private static readonly string[] Dialogs =
    [
        "transaction", "transaction/1", "transaction/2", "scheduled", "scheduled/1", "scheduled/3", "convert/3?period={0}&date={0}", "skip/3?period={0}&date={0}", "planned/{0}", "spread/{0}", "account", "account/1",
        "account/4", "budget", "budget/2", "budget/7", "balances/1", "account-transfer", "budget-transfer", "fuel", "fuel/1", "vehicle", "vehicle/1", "fuel-import", "project/1", "bom-item?project=1", "bom-item/1",
        "delete/transaction?ids=2", "delete/budget?ids=2", "delete/account?ids=1", "deactivate/budget/2", "reconcile/1", "credit-payoff-interest/4", "keys", "find",
    ];

    [Fact]
    public async Task Every_page_of_the_demo_is_pictured()
    {
        await using var host = await HostProcess.StartAsync(new Dictionary<string, string?> { ["BACKUP_PATH"] = "off" }, "--demo");
        string[] paths = [.. MainPages.All.Where(path => !path.StartsWith("/payperiod/", StringComparison.Ordinal)), "/pay_period_for", .. FurtherPages];
        await PictureAsync(host, "demo", paths);
    }

    [Fact]
    public async Task Every_page_of_the_stress_household_is_pictured() => await PictureAsync(stress.Host, "stress", [.. MainPages.All, .. FurtherPages]);

    [Fact]
    public async Task Every_open_dialog_is_pictured()
    {
        await using var host = await HostProcess.StartAsync(new Dictionary<string, string?> { ["BACKUP_PATH"] = "off" }, "--demo");
        foreach (var (household, shown) in new[] { ("demo", host), ("stress", stress.Host) })
        {
            await InEachLookAsync(shown, async (window, look) =>
            {
                var page = await AppPage.OpenAsync(window, "/pay_period_for");
                var day = new Uri(page.Page.Url).Segments[^1];
                foreach (var dialog in AreWanted ? Dialogs : Dialogs[..1])
                {
                    // What the sample household does not have cannot be opened.
                    var address = "/dialogs/" + dialog.Replace("{0}", day, StringComparison.Ordinal);
                    using var found = await shown.GetAsync(address);
                    if (found.IsSuccessStatusCode)
                    {
                        await page.OpenDialogAsync(address);
                        await Assertions.Expect(page.Dialog.Title).ToBeVisibleAsync();
                        await page.IsReadyAsync();
                        await KeepAsync(window, household, "dialog-" + MainPages.NameOf(dialog.Replace("/{0}", "", StringComparison.Ordinal)), look, isWhole: false);
                        await page.OpenAsync();
                    }
                }
            });
        }
    }

    [Fact]
    public async Task The_first_page_and_the_steps_after_it_are_pictured()
    {
        foreach (var (viewport, scheme) in Looks())
        {
            await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
            var settings = RecordedSettings.For(database.Url);
            settings.Remove("PAY_PERIOD_START_DATE");
            settings.Remove("RECONCILE_BEGIN_DATE");
            await using var host = await HostProcess.StartAsync(settings);
            var window = await OpenAsync(host, viewport, scheme);
            var page = await AppPage.OpenAsync(window, "/welcome?payday=2017-07-21");
            await KeepAsync(window, "new", "welcome", Look(viewport, scheme));
            await page.LoadsAfterAsync(() => page.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Start" }).ClickAsync());
            foreach (var path in AreWanted ? MainPages.All.Where(path => path != "/projects/1").ToArray() : ["/"])
            {
                await AppPage.OpenAsync(window, path);
                await KeepAsync(window, "new", MainPages.NameOf(path), Look(viewport, scheme));
            }
        }
    }

    [Fact]
    public async Task The_pages_about_people_are_pictured()
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        await using var host = await SignInProcess.StartAsync(database);
        var window = await OpenAsync(host, Viewport.Phone);
        await window.Page.GotoAsync("/sign-in");
        await PictureAllLooksAsync(window, "sign-in-code");
        await SignInProcess.BecomeOwnerAsync(window.Page, host, "Ann");
        await window.Page.GotoAsync("/security/people");
        await SignInProcess.LetInAsync(window.Page, "Ben, who may read everything and change nothing", "read-only");
        await PictureAllLooksAsync(window, "people-with-code");
        foreach (var path in AreWanted ? new[] { "/security", "/security/people", "/security/second-factor", "/security/passkeys", "/security/audit", "/security/backups", "/security/confirm", "/sign-out" } : ["/security"])
        {
            await window.Page.GotoAsync(path);
            await PictureAllLooksAsync(window, MainPages.NameOf(path));
        }

        await window.Page.GotoAsync("/sign-out");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByText("You are signed out.")).ToBeVisibleAsync();
        await PictureAllLooksAsync(window, "signed-out");
    }

    private static async Task PictureAllLooksAsync(BrowserWindow window, string name)
    {
        foreach (var (viewport, scheme) in Looks())
        {
            await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await window.Page.SetViewportSizeAsync(viewport.Width, viewport.Height);
            await KeepAsync(window, "people", name, Look(viewport, scheme));
        }
    }

    private async Task PictureAsync(HostProcess host, string household, string[] paths) => await InEachLookAsync(host, async (window, look) =>
    {
        foreach (var path in AreWanted ? paths : paths[..1])
        {
            if (path == "/error")
            {
                window.Expect(404);
            }

            await AppPage.OpenAsync(window, path == "/error" ? "/nonexistent" : path);
            await KeepAsync(window, household, path.Contains("?q=", StringComparison.Ordinal) ? "transactions-none" : MainPages.NameOf(path), look);
        }
    });

    private async Task InEachLookAsync(HostProcess host, Func<BrowserWindow, string, Task> act)
    {
        foreach (var (viewport, scheme) in Looks())
        {
            var window = viewport == Viewport.Phone ? await OpenTouchAsync(host, scheme) : await OpenAsync(host, viewport, scheme);
            await act(window, Look(viewport, scheme));
        }
    }

    private static IEnumerable<(Viewport Viewport, ColorScheme Scheme)> Looks() =>
        from viewport in AreWanted ? Viewports : Viewports[..1]
        from scheme in AreWanted ? new[] { ColorScheme.Light, ColorScheme.Dark } : [ColorScheme.Light]
        select (viewport, scheme);

    private static string Look(Viewport viewport, ColorScheme scheme) => FormattableString.Invariant($"{viewport.Width}-{scheme}").ToLowerInvariant();

    private static async Task KeepAsync(BrowserWindow window, string household, string name, string look, bool isWhole = true)
    {
        var size = window.Page.ViewportSize!;
        if (isWhole)
        {
            // A window as high as the page: a picture of more than the window would be taken without fingers, and with bars in the middle.
            await window.Page.SetViewportSizeAsync(size.Width, Math.Max(size.Height, await window.Page.EvaluateAsync<int>("document.documentElement.scrollHeight")));
            await window.Page.EvaluateAsync("Promise.all([...document.images].map(image => { image.loading = 'eager'; return image.decode().catch(() => {}); }))");
        }

        var picture = await window.Page.ScreenshotAsync(new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled });
        await window.Page.SetViewportSizeAsync(size.Width, size.Height);
        Assert.True(picture.Length > 5_000, $"A picture of {picture.Length} bytes shows nothing.");
        if (AreWanted)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "screenshots", household)).FullName;
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}-{look}.png"), picture);
        }
    }
}
