using System.Text.RegularExpressions;
using BiweeklyBudget.TestSupport;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>The real host where people sign in, and what they do first, as <c>docs/guide/sign-in.md</c> says it.</summary>
internal static partial class SignInProcess
{
    public const string Password = "correct horse battery staple";

    /// <summary>Starts it.</summary>
    public static async Task<HostProcess> StartAsync(TestDatabase database, string pathBase = "")
    {
        var settings = RecordedSettings.For(database.Url);
        settings["SIGN_IN"] = "required";
        settings["PATH_BASE"] = pathBase;
        var host = HostProcess.Launch(Checkout.HostAssembly, settings);
        await host.WaitUntilReadyAsync(HostProcess.StartLimit, pathBase + "/healthz/ready");
        return host;
    }

    /// <summary>The code that the host has written to its console.</summary>
    public static string FirstCodeOf(HostProcess host) => Code().Match(host.Output).Groups["code"].Value;

    /// <summary>Sets up the owner on the page that is open.</summary>
    public static async Task BecomeOwnerAsync(IPage page, HostProcess host, string name)
    {
        await page.GetByLabel("Code").FillAsync(FirstCodeOf(host));
        await page.GetByLabel("Your name").FillAsync(name);
        await SetPasswordAsync(page, "Become the owner");
    }

    /// <summary>Uses a code that somebody was given, on the page for it.</summary>
    public static async Task UseCodeAsync(IPage page, string code)
    {
        await page.GetByLabel("Code").FillAsync(code);
        await SetPasswordAsync(page, "Set the password");
    }

    /// <summary>Lets somebody in, on the page about people, and gives the code.</summary>
    public static async Task<string> LetInAsync(IPage page, string name, string role)
    {
        await page.Locator("#add-name").FillAsync(name);
        await page.Locator("#add-role").SelectOptionAsync(role);
        await page.Locator("#add-password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Give a code", Exact = true }).ClickAsync();
        return await page.Locator("#new-code").InnerTextAsync();
    }

    private static async Task SetPasswordAsync(IPage page, string button)
    {
        await page.GetByLabel("New password").FillAsync(Password);
        await page.GetByLabel("The same again").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/" || !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"until the program ends: (?<code>[a-z0-9-]+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Code();
}
