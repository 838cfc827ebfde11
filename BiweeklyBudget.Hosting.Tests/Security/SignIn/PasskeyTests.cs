using System.Net;
using System.Text.Json;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Security.SignIn;

/// <summary>Passkeys: made, used, and refused for each thing that can be wrong with an answer (WebAuthn level 3 §7).</summary>
public sealed class PasskeyTests
{
    [Theory]
    [InlineData(DatabaseEngine.Sqlite, "")]
    [InlineData(DatabaseEngine.Sqlite, "/money")]
    [InlineData(DatabaseEngine.MySql, "")]
    public async Task Somebody_adds_a_passkey_and_signs_in_with_it_without_a_name(DatabaseEngine engine, string pathBase)
    {
        await using var guarded = await GuardedHost.StartAsync(engine, pathBase);
        var people = new PasskeyPeople(guarded);
        using var device = await people.AddAsync("ann");
        using var browser = guarded.OpenBrowser();
        using var options = JsonDocument.Parse(await people.OptionsAsync(browser));
        Assert.Equal(("required", "127.0.0.1"), (options.RootElement.GetProperty("userVerification").GetString(), options.RootElement.GetProperty("rpId").GetString()));
        Assert.Equal(0, options.RootElement.TryGetProperty("allowCredentials", out var allowed) ? allowed.GetArrayLength() : 0);
        using (var signedIn = await people.SignInAsync(browser, device, back: "/transactions"))
        {
            Assert.Equal((HttpStatusCode.Found, pathBase + "/transactions"), (signedIn.StatusCode, signedIn.Headers.Location?.OriginalString));
        }

        Assert.Contains("table-transactions", await guarded.PageAsync(browser, "/transactions"), StringComparison.Ordinal);
        var page = await guarded.PageAsync(browser, "/security/passkeys");
        Assert.Contains("ann's phone", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("last used", page, StringComparison.Ordinal);
        Assert.Empty(guarded.Host.Errors);
    }

    [Fact]
    public async Task An_answer_is_good_once_for_five_minutes_in_the_browser_that_was_asked_and_through_any_host()
    {
        await using var guarded = await GuardedHost.StartAsync(DatabaseEngine.MySql);
        var people = new PasskeyPeople(guarded);
        using var device = await people.AddAsync("ann");

        // Asked by one host, answered to another.
        await using (var other = await guarded.StartAnotherAsync(TimeSpan.FromMinutes(4)))
        {
            var (cookie, options) = await people.CookieAndOptionsAsync();
            var answer = device.Answer(options, PasskeyPeople.OriginOf(other));
            Assert.Equal(HttpStatusCode.Found, await PasskeyPeople.AnswerStatusAsync(other, cookie, answer));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await PasskeyPeople.AnswerStatusAsync(other, cookie, answer));
        }

        await using (var later = await guarded.StartAnotherAsync(TimeSpan.FromMinutes(6)))
        {
            var (cookie, options) = await people.CookieAndOptionsAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await PasskeyPeople.AnswerStatusAsync(later, cookie, device.Answer(options, PasskeyPeople.OriginOf(later))));
        }

        var (_, stolen) = await people.CookieAndOptionsAsync();
        var (others, _) = await people.CookieAndOptionsAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PasskeyPeople.AnswerStatusAsync(guarded, others, device.Answer(stolen, PasskeyPeople.OriginOf(guarded))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PasskeyPeople.AnswerStatusAsync(guarded, cookie: null, device.Answer(stolen, PasskeyPeople.OriginOf(guarded))));
    }

    [Theory]
    [InlineData("another site's origin")]
    [InlineData("another port")]
    [InlineData("another site's key")]
    [InlineData("a frame of another site")]
    [InlineData("nobody verified")]
    [InlineData("a count from before")]
    public async Task An_answer_that_is_wrong_in_one_thing_signs_nobody_in(string what)
    {
        await using var guarded = await GuardedHost.StartAsync();
        var people = new PasskeyPeople(guarded);
        using var device = await people.AddAsync("ann");
        Assert.Equal(HttpStatusCode.Found, await people.SignInStatusAsync(device));
        Spoil(device, what);
        using var browser = guarded.OpenBrowser();
        using var response = await people.SignInAsync(browser, device);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.DoesNotContain(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("bb-session", StringComparison.Ordinal));
        Assert.Empty(guarded.Host.Errors);
    }

    [Fact]
    public async Task What_is_no_answer_signs_nobody_in()
    {
        await using var guarded = await GuardedHost.StartAsync();
        var people = new PasskeyPeople(guarded);
        foreach (var answer in new[] { "", "{}", "nonsense", "[]", new string('x', 40_000), "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{}}" })
        {
            var (cookie, _) = await people.CookieAndOptionsAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await PasskeyPeople.AnswerStatusAsync(guarded, cookie, answer));
        }

        Assert.Empty(guarded.Host.Errors);
    }

    [Fact]
    public async Task A_passkey_of_somebody_who_is_kept_out_locked_or_reset_signs_nobody_in()
    {
        await using var guarded = await GuardedHost.StartAsync();
        var people = new PasskeyPeople(guarded);
        using var device = await people.AddAsync("ann");
        using var owner = await people.AddAsync("olive");
        await using var book = guarded.Engine.OpenBook();
        var ann = (await book.Users.FindAsync("ann"))!;

        await book.Users.SetDisabledAsync(ann.Id, isDisabled: true);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await people.SignInStatusAsync(device));
        await book.Users.SetDisabledAsync(ann.Id, isDisabled: false);
        Assert.Equal(HttpStatusCode.Found, await people.SignInStatusAsync(device));
        for (var tries = 0; tries < UserSection.AttemptsBeforeLock; tries++)
        {
            await book.Users.BeginAttemptAsync("ann");
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await people.SignInStatusAsync(device));
        await book.Users.IssueCodeAsync(ann.Id);
        Assert.Empty(await book.Passkeys.ListAsync(ann.Id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await people.SignInStatusAsync(device));
        Assert.Equal(HttpStatusCode.Found, await people.SignInStatusAsync(owner));
    }

    [Fact]
    public async Task The_password_is_asked_for_before_passkeys_change()
    {
        await using var guarded = await GuardedHost.StartAsync();
        var people = new PasskeyPeople(guarded);
        using var device = await people.AddAsync("ann");
        using var browser = await guarded.SignInAsync("ann");
        foreach (var (handler, fields) in new (string Handler, (string, string)[] Fields)[] { ("Options", []), ("Rename", [("passkey", "1"), ("name", "x")]), ("Remove", [("passkey", "1")]) })
        {
            using var refused = await guarded.PostAsync(browser, "/security/passkeys?handler=" + handler, [.. fields, ("password", "not the password")]);
            Assert.Equal((handler, HttpStatusCode.UnprocessableEntity), (handler, refused.StatusCode));
            Assert.Contains("This is not your password", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        // Without having been asked, nothing is added.
        using (var unasked = await guarded.PostAsync(browser, "/security/passkeys?handler=Add", ("name", "x"), ("answer", device.Create("""{"user":{"id":"AA"},"rp":{"id":"127.0.0.1"},"challenge":"AA"}""", PasskeyPeople.OriginOf(guarded)))))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, unasked.StatusCode);
        }

        using (var renamed = await guarded.PostAsync(browser, "/security/passkeys?handler=Rename", ("passkey", "1"), ("name", " key ring "), ("password", GuardedHost.Password)))
        {
            Assert.Contains("key ring", await renamed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var removed = await guarded.PostAsync(browser, "/security/passkeys?handler=Remove", ("passkey", "1"), ("password", GuardedHost.Password));
        Assert.Contains("You have none yet.", await removed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_changes_the_passkeys_of_others()
    {
        await using var guarded = await GuardedHost.StartAsync();
        var people = new PasskeyPeople(guarded);
        using var anns = await people.AddAsync("ann");
        await guarded.AddAsync("bob", UserRole.Owner);
        using var bob = await guarded.SignInAsync("bob");
        using (var removed = await guarded.PostAsync(bob, "/security/passkeys?handler=Remove", ("passkey", "1"), ("password", GuardedHost.Password)))
        {
            Assert.Contains("There was no such passkey any more.", await removed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        // What ann was asked for, bob does not add as his.
        using var ann = await guarded.SignInAsync("ann");
        using var device = new SoftwarePasskey();
        var answer = device.Create(await people.CreationOptionsAsync(ann), PasskeyPeople.OriginOf(guarded));
        using var added = await guarded.PostAsync(bob, "/security/passkeys?handler=Add", ("name", "x"), ("answer", answer));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, added.StatusCode);
        await using var book = guarded.Engine.OpenBook();
        Assert.Single(book.Database.Passkeys);
    }

    [Fact]
    public async Task More_than_twenty_tries_a_minute_from_one_address_are_not_looked_at()
    {
        await using var guarded = await GuardedHost.StartAsync();
        await guarded.AddAsync("ann", UserRole.Owner);
        using var browser = guarded.OpenBrowser();
        var answers = new List<HttpStatusCode>();
        for (var tries = 0; tries < 21; tries++)
        {
            using var response = await guarded.PostAsync(browser, "/sign-in?handler=PasskeyOptions");
            answers.Add(response.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.OK, 20), HttpStatusCode.TooManyRequests], answers);
    }

    private static void Spoil(SoftwarePasskey device, string what)
    {
        switch (what)
        {
            case "another site's origin":
                device.Origin = "https://evil.example";
                break;
            case "another port":
                device.Origin = "http://127.0.0.1:1";
                break;
            case "another site's key":
                device.Site = "evil.example";
                break;
            case "a frame of another site":
                device.IsFramed = true;
                break;
            case "nobody verified":
                device.VerifiesUser = false;
                break;
            default:
                device.SignCount = 0;
                break;
        }
    }
}
