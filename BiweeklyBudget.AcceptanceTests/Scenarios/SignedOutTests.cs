using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>A session that ends while somebody works, and what is offered to who may read only.</summary>
public sealed class SignedOutTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    [Fact]
    public async Task What_was_being_saved_is_saved_once_after_signing_in_again_in_its_place()
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        await using var host = await SignInProcess.StartAsync(database);
        var window = await OpenAsync(host, Viewport.Desktop);
        await window.Page.GotoAsync("/");
        await SignInProcess.BecomeOwnerAsync(window.Page, host, "Ann");
        var page = await AppPage.OpenAsync(window, "/transactions");
        var dialog = await page.OpenDialogAsync(page.Opener("Add Transaction"), "Add New Transaction");
        await new TransactionDialog(dialog).FillAsync("12.34", "once and only once", "Periodic1");
        await EndSessionsAsync(host);
        window.Expect(401);
        window.Expect(422);

        // What the page asks by itself – here what the last one of this description was – lets nothing come up.
        var again = page.Page.Locator("#bb-sign-in-dialog");
        await page.Page.RunAndWaitForResponseAsync(() => dialog.Field("description").BlurAsync(), response => response.Url.Contains("transaction-proposals", StringComparison.Ordinal) && response.Status == 401);
        await page.IsReadyAsync();
        await Assertions.Expect(again).ToHaveCountAsync(0);
        await dialog.Save.ClickAsync();
        await Assertions.Expect(again).ToBeVisibleAsync();
        Assert.Empty(await page.AccessibilityViolationsAsync());
        await again.GetByLabel("Password").FillAsync("not the password");
        await again.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(again.GetByRole(AriaRole.Alert)).ToContainTextAsync("Name, password or code is wrong.");
        await again.GetByLabel("Password").FillAsync(SignInProcess.Password);
        await again.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Toast).ToContainTextAsync("Saved");
        await page.IsReadyAsync();
        await Assertions.Expect(page.Row("table-transactions", "once and only once")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Somebody_else_who_signs_in_there_sees_nothing_of_it_and_who_typed_it_finds_it_again()
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        await using var host = await SignInProcess.StartAsync(database);
        var window = await OpenAsync(host, Viewport.Desktop);
        await window.Page.GotoAsync("/");
        await SignInProcess.BecomeOwnerAsync(window.Page, host, "Ann");
        await AddAsync(window, host, "Bob", "member");
        var page = await AppPage.OpenAsync(window, "/transactions");
        var notice = await page.Page.Locator(".bb-notes-first").InnerTextAsync();
        await page.Page.Locator("#bb-notifications > * [data-bb-dismiss]").First.ClickAsync();
        await Assertions.Expect(page.Page.Locator(".bb-notes-first")).Not.ToHaveTextAsync(notice);
        var dialog = await page.OpenDialogAsync(page.Opener("Add Transaction"), "Add New Transaction");
        await new TransactionDialog(dialog).FillAsync("12.34", "a present for Bob", "Periodic1");
        await EndSessionsAsync(host);
        window.Expect(401);
        await dialog.Save.ClickAsync();
        await SignInAgainAsync(page, "Bob");

        var bobs = await page.OpenDialogAsync(page.Opener("Add Transaction"), "Add New Transaction");
        await Assertions.Expect(bobs.Field("description")).ToHaveValueAsync("");
        Assert.Equal(0, await page.Row("table-transactions", "a present for Bob").CountAsync());

        // What Ann does not want to see any more, Bob has not seen.
        await Assertions.Expect(page.Page.Locator(".bb-notes-first")).ToHaveTextAsync(notice);
        await new TransactionDialog(bobs).FillAsync("1", "of Bob", "Periodic1");
        await EndSessionsAsync(host, "Bob");
        await bobs.Save.ClickAsync();
        await SignInAgainAsync(page, "Ann");
        var anns = await page.OpenDialogAsync(page.Opener("Add Transaction"), "Add New Transaction");
        await Assertions.Expect(anns.Field("description")).ToHaveValueAsync("a present for Bob");
    }

    [Fact]
    public async Task Who_may_read_only_is_offered_nothing_that_would_be_refused()
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        await using var host = await SignInProcess.StartAsync(database);
        var window = await OpenAsync(host, Viewport.Desktop);
        await window.Page.GotoAsync("/");
        await SignInProcess.BecomeOwnerAsync(window.Page, host, "Ann");
        var code = await AddAsync(window, host, "Rob", "read-only");
        Assert.NotEmpty(code);
        await window.Page.GotoAsync("/sign-out");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await SignInAsync(window.Page, "Rob");
        foreach (var path in new[] { "/", "/payperiods", "/pay_period_for", "/transactions", "/accounts", "/budgets", "/scheduled", "/reconcile", "/ofx", "/fuel", "/projects", "/accounts/credit-payoff", "/history", "/settings", "/transactions?q=x" })
        {
            var page = await AppPage.OpenAsync(window, path);
            var offered = await page.Page.EvaluateAsync<string[]>(
                """
                [...document.querySelectorAll('form[method=post] [type=submit], [data-bb-dialog]')].filter(e => e.checkVisibility())
                  .filter(e => !/\/dialogs\/(keys|find|account|budget|transaction|scheduled|ofx|reconcile|fuel|vehicle|project|bom-item)(\/|$)/.test(e.dataset.bbDialog ?? '-') || /\/dialogs\/(account|budget|transaction|scheduled|fuel|vehicle|project)(\?|$)/.test(e.dataset.bbDialog))
                  .map(e => e.outerHTML)
                """);
            Assert.True(offered.Length == 0, $"{path} offers:\n{string.Join('\n', offered)}");
            await page.Page.Keyboard.PressAsync("a");
            Assert.Equal((path, 0), (path, await page.Dialog.Box.CountAsync()));
        }

        var list = await AppPage.OpenAsync(window, "/transactions");
        await list.Page.Locator("#table-transactions tbody [data-bb-dialog]").First.ClickAsync();
        await Assertions.Expect(list.Dialog.Box.GetByText("You see everything and change nothing here")).ToBeVisibleAsync();
        await Assertions.Expect(list.Dialog.Field("notes")).ToBeDisabledAsync();
        await Assertions.Expect(list.Dialog.Save).ToHaveCountAsync(0);
        Assert.Empty(await list.AccessibilityViolationsAsync());
    }

    private static async Task SignInAgainAsync(AppPage page, string name)
    {
        var again = page.Page.Locator("#bb-sign-in-dialog");
        await again.GetByLabel("Name").FillAsync(name);
        await again.GetByLabel("Password").FillAsync(SignInProcess.Password);
        await page.LoadsAfterAsync(() => again.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync());
    }

    private static async Task SignInAsync(IPage page, string name)
    {
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(SignInProcess.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    // By a browser of somebody else's, on another machine.
    private static async Task<string> AddAsync(BrowserWindow window, HostProcess host, string name, string role)
    {
        await window.Page.GotoAsync("/security/people");
        var code = await SignInProcess.LetInAsync(window.Page, name, role);
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["code"] = code, ["password"] = SignInProcess.Password, ["again"] = SignInProcess.Password });
        using var set = await host.Client.PostAsync(new Uri("/sign-in/code", UriKind.Relative), fields);
        Assert.True(set.StatusCode is System.Net.HttpStatusCode.Found, $"{(int)set.StatusCode}\n{host.Output}");
        return code;
    }

    // On another device, all others are signed out.
    private static async Task EndSessionsAsync(HostProcess host, string name = "Ann")
    {
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = name, ["password"] = SignInProcess.Password });
        using var signIn = await host.Client.PostAsync(new Uri("/sign-in", UriKind.Relative), fields);
        var cookie = Assert.Single(signIn.Headers.GetValues("Set-Cookie")).Split(';')[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/security?handler=EndOthers") { Content = new FormUrlEncodedContent([]), Headers = { { "Cookie", cookie } } };
        using var ended = await host.Client.SendAsync(request);
        Assert.True(ended.IsSuccessStatusCode, $"{(int)ended.StatusCode}\n{host.Output}");
    }
}
