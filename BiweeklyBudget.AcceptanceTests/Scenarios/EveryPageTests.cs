using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>Every page and every open dialog, on a desk and on a phone, in light and in dark: nothing to scroll sideways for, nothing that axe or the console complains about.</summary>
public sealed class EveryPageTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    private static readonly (Viewport Viewport, ColorScheme Scheme)[] Looks = [(Viewport.Phone, ColorScheme.Light), (Viewport.Phone, ColorScheme.Dark), (Viewport.Desktop, ColorScheme.Dark), (Viewport.Desktop, ColorScheme.Light)];

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/payperiods", 200)]
    [InlineData("/payperiod/2017-07-21", 200)]
    [InlineData("/payperiod/2017-08-04", 200)]
    [InlineData("/accounts", 200)]
    [InlineData("/budgets", 200)]
    [InlineData("/accounts/1/transactions", 200)]
    [InlineData("/accounts/3/transactions", 200)]
    [InlineData("/budgets/2/transactions", 200)]
    [InlineData("/budgets/4/transactions", 200)]
    [InlineData("/transactions", 200)]
    [InlineData("/transactions?q=nothing+has+this", 200)]
    [InlineData("/scheduled", 200)]
    [InlineData("/history", 200)]
    [InlineData("/fuel", 200)]
    [InlineData("/projects", 200)]
    [InlineData("/projects/1", 200)]
    [InlineData("/projects/1/import", 200)]
    [InlineData("/accounts/credit-payoff", 200)]
    [InlineData("/reconcile", 200)]
    [InlineData("/ofx", 200)]
    [InlineData("/saved", 200)]
    [InlineData("/dialogs/spread/2017-07-21", 200)]
    [InlineData("/settings", 200)]
    [InlineData("/help", 200)]
    [InlineData("/offline", 200)]
    [InlineData("/nonexistent", 404)]
    public async Task A_page_fits_and_is_accessible(string path, int status)
    {
        var window = await OpenAsync(Viewport.Phone);
        if (status != 200)
        {
            window.Expect(status);
        }

        await LooksWellAsync(await AppPage.OpenAsync(window, path), Name(path));
    }

    [Theory]
    [InlineData("transaction", "date")]
    [InlineData("transaction/1", "notes")]
    [InlineData("transaction/4", "amount")]
    [InlineData("scheduled", "amount")]
    [InlineData("scheduled/3", "amount")]
    [InlineData("convert/2?period=2017-08-04&date=2017-08-04", "amount")]
    [InlineData("skip/2?period=2017-08-04&date=2017-08-04", "notes")]
    [InlineData("account", "name")]
    [InlineData("account/3", "name")]
    [InlineData("budget", "name")]
    [InlineData("budget/4", "name")]
    [InlineData("fuel", "odometer_miles")]
    [InlineData("fuel/2", "fill_location")]
    [InlineData("vehicle/1", "name")]
    [InlineData("project/1", "name")]
    [InlineData("bom-item?project=1", "name")]
    [InlineData("bom-item/2", "quantity")]
    [InlineData("account-transfer", "amount")]
    [InlineData("budget-transfer", "amount")]
    [InlineData("planned/2017-08-04", null)]
    [InlineData("spread/2017-07-21", null)]
    [InlineData("spread/2017-07-01", null)]
    [InlineData("balances/1", null)]
    [InlineData("delete/transaction?ids=2", null)]
    [InlineData("delete/budget?ids=2", null)]
    [InlineData("deactivate/budget/2", null)]
    [InlineData("ofx/1?fitid=BankOne.0.1", null)]
    [InlineData("reconcile/1", null)]
    [InlineData("credit-payoff-interest/4", null)]
    [InlineData("fuel-import", null)]
    [InlineData("keys", null)]
    [InlineData("find", null)]
    public async Task An_open_dialog_fits_and_is_accessible_also_with_its_errors(string dialog, string? field)
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Phone), "/help");
        await page.OpenDialogAsync("/dialogs/" + dialog);
        await Assertions.Expect(field is null ? page.Dialog.Title : page.Dialog.Field(field)).ToBeVisibleAsync();

        // Of a reconciled transaction only the notes can be changed, and they may be blank.
        if (field is not null && await page.Dialog.Save.CountAsync() > 0 && dialog != "transaction/1")
        {
            await page.Dialog.FillAsync(field, "");
            await page.Dialog.Save.ClickAsync();
            await Assertions.Expect(page.Dialog.ErrorsOf(field)).Not.ToBeEmptyAsync();
        }

        if (await page.Dialog.Box.Locator("summary").CountAsync() > 0)
        {
            await page.Dialog.Box.Locator("summary").ClickAsync();
        }

        await LooksWellAsync(page, "dialog-" + Name(dialog));
    }

    [Fact]
    public async Task The_shortcuts_the_menu_and_a_message_fit_and_are_accessible()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Phone), "/help");
        await page.Page.Locator(".bb-more summary").ClickAsync();
        Assert.Empty(await page.AccessibilityViolationsAsync());
        await page.Page.Locator(".bb-more summary").ClickAsync();

        await page.Page.Keyboard.PressAsync("?");
        await page.SayAsync("Saved Lunch.");
        await LooksWellAsync(page, "shortcuts");
    }

    [Fact]
    public async Task The_first_page_of_all_fits_and_is_accessible()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        var settings = RecordedSettings.For(database.Url);
        settings.Remove("PAY_PERIOD_START_DATE");
        settings.Remove("RECONCILE_BEGIN_DATE");
        await using var host = await HostProcess.StartAsync(settings);

        await LooksWellAsync(await AppPage.OpenAsync(await OpenAsync(host, Viewport.Phone), "/welcome"), "welcome");
    }

    private static async Task LooksWellAsync(AppPage page, string name)
    {
        var complaints = new List<string>();
        foreach (var (viewport, scheme) in Looks)
        {
            await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await page.Page.SetViewportSizeAsync(viewport.Width, viewport.Height);
            var look = $"{viewport.Width} {scheme}";
            if (await page.OverflowAsync() is > 0 and var pixels)
            {
                complaints.Add($"{look}: {pixels} pixels too wide");
            }

            // A theme changes colours and nothing else.
            var violations = scheme == ColorScheme.Light ? await page.AccessibilityViolationsAsync() : await page.ColourViolationsAsync();
            complaints.AddRange(violations.Select(violation => $"{look}: {violation}"));
            await KeepPictureAsync(page, $"{name}-{viewport.Width}-{scheme}");
        }

        Assert.Empty(complaints);
    }

    // For whoever wants to see them all: BUDGETTEST_PICTURES names a folder.
    private static async Task KeepPictureAsync(AppPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("BUDGETTEST_PICTURES") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, name + ".png"), await page.ScreenshotAsync());
        }
    }

    private static string Name(string path) => path.Split('?')[0].Trim('/').Replace('/', '-');
}
