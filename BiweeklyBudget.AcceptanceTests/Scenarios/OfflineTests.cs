using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using BiweeklyBudget.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>The app on a phone that has no connection: it says so, keeps no figure, and sends once what was noted meanwhile.</summary>
public sealed class OfflineTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    [Theory]
    [InlineData("")]
    [InlineData("/money")]
    public async Task Without_a_connection_the_app_says_so_and_sends_once_what_was_noted(string pathBase)
    {
        var settings = RecordedSettings.For(Acceptance.Database.Url);
        await using var host = pathBase.Length == 0 ? await HostProcess.StartAsync(settings) : await StartBelowAsync(settings, pathBase);
        var window = await InstalledAsync(host, pathBase);
        await OpenTransactionFormAsync(window, pathBase);
        await AppPage.OpenAsync(window, pathBase + "/help");
        window.ExpectToBeCutOff();
        await window.SetOfflineAsync(true);

        // A page that is asked for, and the form that is opened on one that is still there.
        var offline = new OfflinePage(window);
        await window.Page.Locator(".bb-add").ClickAsync();
        await Expect(offline.Heading).ToHaveTextAsync("No connection");
        await window.Page.GotoAsync(pathBase + "/transactions", new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        await Expect(offline.Heading).ToHaveTextAsync("No connection");
        await offline.NoteAsync("12.34", "Lunch", "Periodic1");
        await offline.NoteAsync("7", "Tea", "Periodic1");
        await Expect(offline.Waiting).ToHaveCountAsync(2);
        await offline.Waiting.Filter(new LocatorFilterOptions { HasText = "Tea" }).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(offline.Waiting).ToHaveCountAsync(1);
        await Expect(offline.Waiting).ToContainTextAsync("Lunch 12.34 · 7/28/2017");
        await Expect(offline.Waiting).ToContainTextAsync("Waits for a connection.");
        Assert.Equal(0, await new ReconcileRows(Acceptance.Database.Url).TransactionsNamedAsync("Lunch"));

        // The app was closed meanwhile: open, it would ask for the page again by itself, at a moment of its own.
        await window.Page.GotoAsync("about:blank");
        await window.SetOfflineAsync(false);
        var page = await AppPage.OpenAsync(window, pathBase + "/budgets");
        await Expect(page.Toast).ToHaveTextAsync("Saved what you noted without a connection: Lunch.");
        await page.ReloadAsync();
        await page.ReloadAsync();
        Assert.Equal(1, await new ReconcileRows(Acceptance.Database.Url).TransactionsNamedAsync("Lunch"));
        Assert.Equal(0, await new ReconcileRows(Acceptance.Database.Url).TransactionsNamedAsync("Tea"));
    }

    [Fact]
    public async Task What_nobody_answered_is_sent_again_and_stored_once()
    {
        var window = await OpenAsync(Viewport.Phone);
        await OpenTransactionFormAsync(window, "");
        var offline = new OfflinePage(window);
        await window.Page.GotoAsync("/offline");
        await offline.NoteAsync("12.34", "Lunch", "Periodic1");
        window.ExpectToBeCutOff();
        await window.Page.RouteAsync(
            "**/forms/*",
            async route =>
            {
                await route.FetchAsync();
                await route.AbortAsync("connectionreset");
            },
            new PageRouteOptions { Times = 2 });
        var page = new AppPage(window, "/budgets");

        await window.Page.GotoAsync("/budgets", new PageGotoOptions { WaitUntil = WaitUntilState.Commit });

        await Expect(page.Toast).ToHaveTextAsync("Saved what you noted without a connection: Lunch.");
        Assert.Equal(1, await new ReconcileRows(Acceptance.Database.Url).TransactionsNamedAsync("Lunch"));
    }

    [Fact]
    public async Task What_the_server_refuses_is_kept_and_told_with_its_reason()
    {
        var window = await OpenAsync(Viewport.Phone);
        await OpenTransactionFormAsync(window, "");
        await window.Page.GotoAsync("/offline");
        var offline = new OfflinePage(window);
        await offline.NoteAsync("", "Lunch", "Periodic1");
        await Expect(window.Page.Locator("#offline-amount-error")).ToHaveTextAsync("Enter an amount such as 12.50.");
        await Expect(offline.Waiting).ToHaveCountAsync(0);
        await window.Page.EvaluateAsync("localStorage.setItem('bb-outbox:/', JSON.stringify([{ key: 'one', at: 0, body: { date: '2017-07-28', amount: '5', description: 'Lunch', account: '1', budgets: { 99: '5' }, notes: '', sales_tax: '' } }]))");

        var page = await AppPage.OpenAsync(window, "/budgets");

        await Expect(page.Page.Locator("#bb-messages")).ToContainTextAsync("One transaction that you noted is only on this device.");
        await page.Page.GetByText("See them").ClickAsync();
        await Expect(offline.Waiting).ToContainTextAsync("Not taken: ");
        await offline.Waiting.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(offline.Waiting).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_shell_that_is_kept_has_no_page_and_no_figure()
    {
        var window = await InstalledAsync(Acceptance.Host, "");
        foreach (var path in new[] { "/", "/transactions", "/accounts" })
        {
            await AppPage.OpenAsync(window, path);
        }

        var kept = await window.Page.EvaluateAsync<string[]>("async () => (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(request => new URL(request.url).pathname)))).flat()");

        Assert.Contains("/offline", kept);
        Assert.Contains(kept, path => path.EndsWith("/css/pages.css", StringComparison.Ordinal));
        Assert.Contains(kept, path => path.EndsWith("/features/offline/offline.js", StringComparison.Ordinal));
        Assert.All(kept, path => Assert.True(path == "/offline" || path.StartsWith("/bb/", StringComparison.Ordinal), path));
    }

    [Fact]
    public async Task A_browser_is_told_how_to_install_the_app()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Phone), "/");
        var manifest = await page.Page.EvaluateAsync<System.Text.Json.JsonElement>("async () => { const link = document.querySelector('link[rel=manifest]').href; const manifest = await (await fetch(link)).json(); return { start: new URL(manifest.start_url, link).pathname, display: manifest.display, icons: await Promise.all(manifest.icons.map(async icon => { const picture = new Image(); picture.src = new URL(icon.src, link); await picture.decode(); return `${icon.sizes} ${picture.naturalWidth}`; })) }; }");

        Assert.Equal("/", manifest.GetProperty("start").GetString());
        Assert.Equal("standalone", manifest.GetProperty("display").GetString());
        Assert.Equal(["192x192 192", "512x512 512", "512x512 512"], manifest.GetProperty("icons").EnumerateArray().Select(icon => icon.GetString()).Where(icon => !icon!.StartsWith("any", StringComparison.Ordinal)));
    }

    private static async Task<HostProcess> StartBelowAsync(Dictionary<string, string?> settings, string pathBase)
    {
        var host = HostProcess.Launch(Checkout.HostAssembly, settings, "--path-base=" + pathBase);
        await host.WaitUntilReadyAsync(HostProcess.StartLimit, pathBase + "/healthz/ready");
        return host;
    }

    private async Task<BrowserWindow> InstalledAsync(HostProcess host, string pathBase)
    {
        var window = await OpenWithWorkerAsync(host);
        await AppPage.OpenAsync(window, pathBase + "/help");
        await window.Page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; if (!navigator.serviceWorker.controller) { await new Promise(resolve => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })); } }");
        return window;
    }

    private static async Task OpenTransactionFormAsync(BrowserWindow window, string pathBase)
    {
        var page = await AppPage.OpenAsync(window, pathBase + "/help");
        await page.Page.Locator(".bb-add").ClickAsync();
        await page.Dialog.WaitForAsync("Add New Transaction");
    }
}
