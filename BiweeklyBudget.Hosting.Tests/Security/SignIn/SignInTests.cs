using System.Net;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Security.SignIn;

/// <summary>Signing in and out where the host asks for it.</summary>
public sealed class SignInTests
{
    [Theory]
    [InlineData(DatabaseEngine.Sqlite, "")]
    [InlineData(DatabaseEngine.Sqlite, "/money")]
    [InlineData(DatabaseEngine.MySql, "")]
    public async Task The_first_owner_is_made_with_the_consoles_code_once_and_signs_in_and_out(DatabaseEngine engine, string pathBase)
    {
        await using var guarded = await GuardedHost.StartAsync(engine, pathBase);
        using var browser = guarded.OpenBrowser();
        using (var start = await guarded.GetAsync(browser, "/transactions?q=rent"))
        {
            Assert.Equal((HttpStatusCode.Found, pathBase + "/sign-in?return=%2Ftransactions%3Fq%3Drent"), (start.StatusCode, start.Headers.Location?.OriginalString));
        }

        using (var signIn = await guarded.GetAsync(browser, "/sign-in"))
        {
            Assert.Equal(pathBase + "/sign-in/code", signIn.Headers.Location?.OriginalString);
        }

        var code = guarded.FirstCode;
        await guarded.AssertCodeRefusedAsync(browser, "not known", ("code", "aaaaa-aaaaa-aaaaa-aaaaa-aaaaa"), ("name", "ann"), ("password", GuardedHost.Password), ("again", GuardedHost.Password));
        await guarded.AssertCodeRefusedAsync(browser, "easy to guess", ("code", code), ("name", "ann"), ("password", "passwordpassword"), ("again", "passwordpassword"));
        await guarded.AssertCodeRefusedAsync(browser, "differ", ("code", code), ("name", "ann"), ("password", GuardedHost.Password), ("again", GuardedHost.Password + "s"));
        await guarded.AssertCodeRefusedAsync(browser, "enter a name", ("code", code), ("name", ""), ("password", GuardedHost.Password), ("again", GuardedHost.Password));
        using (var made = await guarded.PostAsync(browser, "/sign-in/code", ("code", " " + code.ToUpperInvariant()), ("name", "ann"), ("password", GuardedHost.Password), ("again", GuardedHost.Password)))
        {
            Assert.Equal((HttpStatusCode.Found, pathBase + "/"), (made.StatusCode, made.Headers.Location?.OriginalString));
            var cookie = Assert.Single(made.Headers.GetValues("Set-Cookie"));
            Assert.Matches($"^bb-session=[A-Za-z0-9_-]{{43}}; max-age=2592000; path={(pathBase.Length == 0 ? "/" : pathBase)}; samesite=lax; httponly$", cookie);
        }

        // The code was good once.
        await guarded.AssertCodeRefusedAsync(browser, "not known", ("code", code), ("name", "bob"), ("password", GuardedHost.Password), ("again", GuardedHost.Password));
        Assert.Throws<InvalidOperationException>(() => guarded.FirstCode);

        Assert.Contains("table-transactions", await guarded.PageAsync(browser, "/transactions"), StringComparison.Ordinal);
        using (var left = await guarded.PostAsync(browser, "/sign-out"))
        {
            Assert.Equal(pathBase + "/sign-in?done=out", left.Headers.Location?.OriginalString);
            Assert.Equal(pathBase.Length == 0 ? "\"cache\", \"storage\"" : "\"cache\"", Assert.Single(left.Headers.GetValues("Clear-Site-Data")));
        }

        Assert.Contains("You are signed out.", await guarded.PageAsync(browser, "/sign-in?done=out"), StringComparison.Ordinal);
        using (var after = await guarded.GetAsync(browser, "/transactions"))
        {
            Assert.Equal(HttpStatusCode.Found, after.StatusCode);
        }

        using var again = await guarded.SignInAsync("ANN");
        Assert.Contains("table-transactions", await guarded.PageAsync(again, "/transactions"), StringComparison.Ordinal);
        Assert.Empty(guarded.Host.Errors);
    }

    [Theory]
    [InlineData("/payperiods", "/payperiods")]
    [InlineData("/transactions?q=a&b=%2F", "/transactions?q=a&b=%2F")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("/a\\evil", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("", "/")]
    public async Task Signing_in_leads_to_an_address_of_this_app_alone(string back, string target)
    {
        await using var guarded = await GuardedHost.StartAsync();
        await guarded.AddAsync("ann", UserRole.Owner);
        using var browser = guarded.OpenBrowser();
        using var response = await guarded.PostAsync(browser, "/sign-in", ("name", "ann"), ("password", GuardedHost.Password), ("return", back));

        Assert.Equal((HttpStatusCode.Found, target), (response.StatusCode, response.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task After_ten_wrong_passwords_the_right_one_does_not_help_for_five_minutes()
    {
        await using var guarded = await GuardedHost.StartAsync();
        await guarded.AddAsync("ann", UserRole.Owner);
        using var browser = guarded.OpenBrowser();
        for (var tries = 0; tries < UserSection.AttemptsBeforeLock; tries++)
        {
            using var wrong = await guarded.PostAsync(browser, "/sign-in", ("name", "ann"), ("password", "another long password"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var locked = await guarded.PostAsync(browser, "/sign-in", ("name", "ann"), ("password", GuardedHost.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, locked.StatusCode);
        var said = await locked.Content.ReadAsStringAsync();
        using var nobody = await guarded.PostAsync(browser, "/sign-in", ("name", "nobody"), ("password", GuardedHost.Password));

        // The same words for a locked name and for one that nobody has.
        Assert.Equal(said, (await nobody.Content.ReadAsStringAsync()).Replace("value=\"nobody\"", "value=\"ann\"", StringComparison.Ordinal));
        await using var later = await guarded.StartAnotherAsync(TimeSpan.FromMinutes(5));
        using var signedIn = await later.SignInAsync("ann");
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
            using var response = await guarded.PostAsync(browser, "/sign-in/code", ("code", "x"), ("password", "short"));
            answers.Add(response.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.UnprocessableEntity, 20), HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task Pages_for_who_is_not_signed_in_say_nothing_of_the_household()
    {
        await using var guarded = await GuardedHost.StartAsync();
        using var browser = guarded.OpenBrowser();
        foreach (var path in new[] { "/sign-in/code", "/sign-out", "/error", "/transactions.csv" })
        {
            using var response = await guarded.GetAsync(browser, path);
            var body = await response.Content.ReadAsStringAsync();
            Assert.Contains("bb-gate", body, StringComparison.Ordinal);
            Assert.DoesNotContain("data-currency", body, StringComparison.Ordinal);
            Assert.DoesNotContain("/payperiods", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_nobody_is_asked_there_are_no_such_pages()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        foreach (var path in new[] { "/sign-in", "/sign-in/code", "/sign-out", "/security", "/security/audit", "/security/backups", "/security/people", "/security/second-factor", "/security/passkeys", "/security/confirm" })
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                using var request = new HttpRequestMessage(method, path) { Content = method == HttpMethod.Post ? new FormUrlEncodedContent([]) : null };
                using var response = await host.Client.SendAsync(request);
                // The log takes no POST anywhere.
                var isOnlyRead = path == "/security/audit" && method == HttpMethod.Post && response.StatusCode == HttpStatusCode.MethodNotAllowed;
                Assert.True(isOnlyRead || response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{method} {path}: {(int)response.StatusCode}");
            }
        }
    }
}
