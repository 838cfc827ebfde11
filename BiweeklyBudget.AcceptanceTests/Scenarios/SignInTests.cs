using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>What <c>docs/guide/sign-in.md</c> says, done by a person with a browser.</summary>
public sealed class SignInTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    private const string Password = SignInProcess.Password;

    [Theory]
    [InlineData("")]
    [InlineData("/money")]
    public async Task A_person_becomes_the_owner_by_the_consoles_code_makes_a_token_signs_out_and_in_again(string pathBase)
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        await using var host = await SignInProcess.StartAsync(database, pathBase);
        var window = await OpenAsync(host, Viewport.Phone);
        var page = window.Page;

        // What a window is left by lies at the root.
        window.Expect(404);
        await page.GotoAsync(pathBase + "/transactions?q=nothing+has+this");
        Assert.EndsWith(pathBase + "/sign-in/code", page.Url, StringComparison.Ordinal);
        await LooksWellAsync(window);
        await SignInProcess.BecomeOwnerAsync(page, host, "Ann");
        await page.WaitForURLAsync(host.Address.GetLeftPart(UriPartial.Authority) + pathBase + "/");

        await page.GotoAsync(pathBase + "/security");
        await LooksWellAsync(window);
        await page.GetByLabel("What it is for").FillAsync("bank script");
        await page.GetByLabel("Read everything").CheckAsync();
        await page.Locator("#token-password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a token" }).ClickAsync();
        var token = await page.Locator("#new-token").InnerTextAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, pathBase + "/ajax/budget/1") { Headers = { { "Authorization", "Bearer " + token } } };
        using var reply = await host.Client.SendAsync(request);
        Assert.True(reply.IsSuccessStatusCode, $"{(int)reply.StatusCode}\n{host.Output}");

        await page.EvaluateAsync("localStorage.setItem('bb-test', 'kept'), sessionStorage.setItem('bb-test', 'kept')");

        // Past the answer with the token, to which no browser goes back.
        await page.GotoAsync(pathBase + "/security");
        await page.GotoAsync(pathBase + "/sign-out");
        await LooksWellAsync(window);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page.GetByText("You are signed out.")).ToBeVisibleAsync();
        await LooksWellAsync(window);
        if (pathBase.Length == 0)
        {
            Assert.Null(await page.EvaluateAsync<string?>("localStorage.getItem('bb-test')"));
        }

        // The pages from before are not shown again, whatever the browser has kept.
        await page.GoBackAsync();
        await page.GoBackAsync();
        Assert.Contains("/sign-in", page.Url, StringComparison.Ordinal);

        await page.GotoAsync(pathBase + "/budgets");
        window.Expect(422);
        await SignInAsync(page, "Ann", "not the password");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Name, password or code is wrong.");
        await LooksWellAsync(window);
        await SignInAsync(page, "Ann", Password);
        await page.WaitForURLAsync("**/budgets");
        await new AppPage(window, "").IsReadyAsync();
        Assert.DoesNotContain(Password, host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(token, host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_about_people_and_codes_fit_and_are_accessible()
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        await using var host = await SignInProcess.StartAsync(database);
        var window = await OpenAsync(host, Viewport.Phone);
        var page = window.Page;
        await page.GotoAsync("/sign-in/code");
        await SignInProcess.BecomeOwnerAsync(page, host, "Ann");
        await page.WaitForURLAsync(host.Address + "");
        await page.GotoAsync("/security/people");
        await LooksWellAsync(window);
        Assert.Matches("^([a-z0-9]{5}-){4}[a-z0-9]{5}$", await SignInProcess.LetInAsync(page, "Bob", "member"));
        await LooksWellAsync(window);
        foreach (var path in new[] { "/security/second-factor", "/security/passkeys", "/security/confirm" })
        {
            await page.GotoAsync(path);
            await LooksWellAsync(window);
        }
    }

    private static async Task SignInAsync(IPage page, string name, string password)
    {
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    private static async Task LooksWellAsync(BrowserWindow window)
    {
        var page = new AppPage(window, "");
        foreach (var (viewport, scheme) in new[] { (Viewport.Phone, ColorScheme.Light), (Viewport.Desktop, ColorScheme.Dark) })
        {
            await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await window.Page.SetViewportSizeAsync(viewport.Width, viewport.Height);
            Assert.Equal(0, await page.OverflowAsync());
            Assert.Empty(await page.AccessibilityViolationsAsync());
        }
    }
}
