using System.Text.RegularExpressions;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>What <c>docs/guide/sign-in.md</c> and <c>docs/guide/backup.md</c> say of what was done and of backups, done by an owner with a browser.</summary>
public sealed partial class AuditAndBackupsTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    private const string Password = "correct horse battery staple";

    [Fact]
    public async Task An_owner_backs_up_goes_back_and_sees_who_did_what()
    {
        var folder = Directory.CreateTempSubdirectory("bbowner-");
        try
        {
            await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
            var settings = RecordedSettings.For(database.Url);
            settings["SIGN_IN"] = "required";
            settings["BACKUP_PATH"] = folder.FullName;
            await using var host = HostProcess.Launch(Checkout.HostAssembly, settings);
            await host.WaitUntilReadyAsync(HostProcess.StartLimit, "/healthz/ready");
            var window = await OpenAsync(host, Viewport.Phone);
            var page = window.Page;
            await BecomeOwnerAsync(host, page);

            await page.GotoAsync("/security");
            await page.GetByRole(AriaRole.Link, new() { Name = "Backups" }).ClickAsync();
            await page.WaitForURLAsync("**/security/backups");
            await LooksWellAsync(window);
            window.Expect(422);
            await page.Locator("#make-password").FillAsync("not the password");
            await page.GetByRole(AriaRole.Button, new() { Name = "Back up now" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is not your password");
            await page.Locator("#make-password").FillAsync(Password);
            await page.GetByRole(AriaRole.Button, new() { Name = "Back up now" }).ClickAsync();
            await Assertions.Expect(page.Locator("p[role=status]")).ToContainTextAsync("The backup is made and verified");
            await LooksWellAsync(window);

            await page.EvaluateAsync("""
                async () => { const reply = await fetch('/forms/balance', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"account":"1","amount":"4321.09","date":"2017-07-27"}' }); if (!reply.ok) throw new Error(reply.status); }
                """);
            await page.GotoAsync("/accounts");
            await Assertions.Expect(page.GetByText("$4,321.09").First).ToBeVisibleAsync();

            await page.GotoAsync("/security/backups");
            await page.GetByLabel("7/28/2017 06:24 UTC").First.CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Look what it holds, to restore it" }).ClickAsync();
            await Assertions.Expect(page.Locator("#chosen")).ToContainTextAsync("accounts");
            await LooksWellAsync(window);
            await page.Locator("#restore-typed").FillAsync("restore");
            await page.Locator("#restore-password").FillAsync(Password);
            await page.GetByRole(AriaRole.Button, new() { Name = "Replace everything" }).ClickAsync();
            await Assertions.Expect(page.Locator("p[role=status]")).ToContainTextAsync("Restored as of");
            await page.GotoAsync("/accounts");
            await Assertions.Expect(page.GetByText("$4,321.09")).ToHaveCountAsync(0);

            await page.GotoAsync("/security/audit");
            await Assertions.Expect(page.Locator("#audit-whole")).ToBeVisibleAsync();
            await LooksWellAsync(window);

            // Beside what the program did by itself, which nobody is named for.
            await Assertions.Expect(page.Locator("#table-audit tbody tr").Filter(new() { Has = page.Locator("[data-label=Who]", new() { HasText = "Ann" }) })).ToHaveCountAsync(8);
            await page.GetByLabel("What").SelectOptionAsync("Restore");
            await Assertions.Expect(page.Locator("#table-audit tbody tr")).ToHaveCountAsync(2);
            Assert.Contains("kind=Restore", page.Url, StringComparison.Ordinal);
            Assert.DoesNotContain(Password, host.Output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task BecomeOwnerAsync(HostProcess host, IPage page)
    {
        await page.GotoAsync("/sign-in/code");
        await page.GetByLabel("Code").FillAsync(Code().Match(host.Output).Groups["code"].Value);
        await page.GetByLabel("Your name").FillAsync("Ann");
        await page.GetByLabel("New password").FillAsync(Password);
        await page.GetByLabel("The same again").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Become the owner" }).ClickAsync();
        await page.WaitForURLAsync(host.Address + "");
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

    [GeneratedRegex(@"until the program ends: (?<code>[a-z0-9-]+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Code();
}
