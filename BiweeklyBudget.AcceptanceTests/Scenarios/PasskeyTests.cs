using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>What <c>docs/guide/sign-in.md</c> says of everything that somebody can sign in with, done by a person with a browser and a device.</summary>
public sealed class PasskeyTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    private const long Now = 1501223084;

    [Theory]
    [InlineData("")]
    [InlineData("/money")]
    public async Task A_person_sets_up_owner_passkey_codes_and_a_token_and_signs_in_with_the_passkey_alone(string pathBase)
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        await using var host = await SignInProcess.StartAsync(database, pathBase);
        var window = await OpenAsync(host, Viewport.Desktop);
        var page = window.Page;
        window.Expect(404);
        var (session, device) = await VirtualDevice.AddAsync(page);

        // A passkey is for a name, not for a number.
        var root = $"http://localhost:{host.Address.Port}{pathBase}";
        await page.GotoAsync(root + "/");
        await SignInProcess.BecomeOwnerAsync(page, host, "Ann");

        await page.GotoAsync(root + "/security");
        await page.GetByRole(AriaRole.Link, new() { Name = "Passkeys: sign in without a password" }).ClickAsync();
        await page.GetByLabel("Name for it").FillAsync("phone");
        window.Expect(422);
        await page.Locator("#add-password").FillAsync("not the password");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is not your password");
        Assert.Equal(0, await VirtualDevice.CountAsync(session, device));
        await page.Locator("#add-password").FillAsync(SignInProcess.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("From now on you can sign in with the passkey phone.")).ToBeVisibleAsync();
        Assert.Equal(1, await VirtualDevice.CountAsync(session, device));

        await page.GotoAsync(root + "/security/second-factor");
        var key = await page.Locator("#key").InnerTextAsync();
        await page.GetByLabel("Code that the app shows").FillAsync(CodeOf(key, Now / 30));
        await page.GetByLabel("Your password").FillAsync(SignInProcess.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with codes" }).ClickAsync();
        await Assertions.Expect(page.Locator("#recovery-codes li")).ToHaveCountAsync(10);

        await page.GotoAsync(root + "/security");
        await page.GetByLabel("What it is for").FillAsync("bank script");
        await page.GetByLabel("Read everything").CheckAsync();
        await page.Locator("#token-password").FillAsync(SignInProcess.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a token" }).ClickAsync();
        var token = await page.Locator("#new-token").InnerTextAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, pathBase + "/ajax/budget/1") { Headers = { { "Authorization", "Bearer " + token } } };
        using var reply = await host.Client.SendAsync(request);
        Assert.True(reply.IsSuccessStatusCode, $"{(int)reply.StatusCode}\n{host.Output}");

        await page.GotoAsync(root + "/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync(root + "/budgets");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.WaitForURLAsync("**/budgets");
        await new AppPage(window, "").IsReadyAsync();

        // A device that has lost it signs nobody in, and says so.
        await session.SendAsync("WebAuthn.clearCredentials", new Dictionary<string, object> { ["authenticatorId"] = device });
        await page.GotoAsync(root + "/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The device said no");
        Assert.DoesNotContain(token, host.Output, StringComparison.Ordinal);
    }

    // What an authenticator app shows (RFC 6238), for a key in base32 (RFC 4648 §6).
    private static string CodeOf(string key, long step)
    {
        var bits = string.Concat(key.Where(char.IsAsciiLetterOrDigit).Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var bytes = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(8 * i, 8), 2)).ToArray();
        var counter = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The algorithm that apps know.
        var hash = HMACSHA1.HashData(bytes, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
