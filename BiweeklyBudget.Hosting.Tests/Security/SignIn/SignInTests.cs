using System.Net;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Security.SignIn;
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
        await AssertRefusedAsync(guarded, browser, "not known", ("code", "aaaaa-aaaaa-aaaaa-aaaaa-aaaaa"), ("name", "ann"), ("password", GuardedHost.Password), ("again", GuardedHost.Password));
        await AssertRefusedAsync(guarded, browser, "easy to guess", ("code", code), ("name", "ann"), ("password", "passwordpassword"), ("again", "passwordpassword"));
        await AssertRefusedAsync(guarded, browser, "differ", ("code", code), ("name", "ann"), ("password", GuardedHost.Password), ("again", GuardedHost.Password + "s"));
        await AssertRefusedAsync(guarded, browser, "enter a name", ("code", code), ("name", ""), ("password", GuardedHost.Password), ("again", GuardedHost.Password));
        using (var made = await guarded.PostAsync(browser, "/sign-in/code", ("code", " " + code.ToUpperInvariant()), ("name", "ann"), ("password", GuardedHost.Password), ("again", GuardedHost.Password)))
        {
            Assert.Equal((HttpStatusCode.Found, pathBase + "/"), (made.StatusCode, made.Headers.Location?.OriginalString));
            var cookie = Assert.Single(made.Headers.GetValues("Set-Cookie"));
            Assert.Matches($"^bb-session=[A-Za-z0-9_-]{{43}}; max-age=2592000; path={(pathBase.Length == 0 ? "/" : pathBase)}; samesite=lax; httponly$", cookie);
        }

        // The code was good once.
        await AssertRefusedAsync(guarded, browser, "not known", ("code", code), ("name", "bob"), ("password", GuardedHost.Password), ("again", GuardedHost.Password));
        Assert.Throws<InvalidOperationException>(() => guarded.FirstCode);

        Assert.Contains("table-transactions", await PageAsync(guarded, browser, "/transactions"), StringComparison.Ordinal);
        using (var left = await guarded.PostAsync(browser, "/sign-out"))
        {
            Assert.Equal(pathBase + "/sign-in?done=out", left.Headers.Location?.OriginalString);
            Assert.Equal(pathBase.Length == 0 ? "\"cache\", \"storage\"" : "\"cache\"", Assert.Single(left.Headers.GetValues("Clear-Site-Data")));
        }

        Assert.Contains("You are signed out.", await PageAsync(guarded, browser, "/sign-in?done=out"), StringComparison.Ordinal);
        using (var after = await guarded.GetAsync(browser, "/transactions"))
        {
            Assert.Equal(HttpStatusCode.Found, after.StatusCode);
        }

        using var again = await guarded.SignInAsync("ANN");
        Assert.Contains("table-transactions", await PageAsync(guarded, again, "/transactions"), StringComparison.Ordinal);
        Assert.Empty(guarded.Host.Errors);
    }

    [Fact]
    public async Task A_session_that_was_signed_out_is_of_no_use_to_who_kept_its_cookie()
    {
        await using var guarded = await GuardedHost.StartAsync();
        var cookie = await guarded.CookieOfAsync(await guarded.AddAsync("ann", UserRole.Owner));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(guarded, "/accounts", cookie));
        using (var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Headers = { { "Cookie", cookie } } })
        {
            (await guarded.Host.Client.SendAsync(request)).Dispose();
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(guarded, "/accounts", cookie));
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
    public async Task A_session_ends_after_a_week_without_use_and_after_thirty_days_in_any_case()
    {
        await using var guarded = await GuardedHost.StartAsync();
        var ann = await guarded.AddAsync("ann", UserRole.Owner);
        var (used, unused) = (await guarded.CookieOfAsync(ann), await guarded.CookieOfAsync(ann));
        foreach (var (days, isUsedGood, isUnusedGood) in new[] { (6, true, false), (12, true, false), (18, true, false), (24, true, false), (29, true, false), (31, false, false) })
        {
            await using var later = await guarded.StartAnotherAsync(TimeSpan.FromDays(days));
            Assert.Equal((days, isUsedGood), (days, await StatusAsync(later, "/accounts", used) == HttpStatusCode.OK));
            if (days > 6)
            {
                Assert.Equal((days, isUnusedGood), (days, await StatusAsync(later, "/accounts", unused) == HttpStatusCode.OK));
            }
        }
    }

    [Fact]
    public async Task Two_hosts_on_one_database_share_users_and_sessions()
    {
        await using var guarded = await GuardedHost.StartAsync(DatabaseEngine.MySql);
        var ann = await guarded.AddAsync("ann", UserRole.Owner);
        var cookie = await guarded.CookieOfAsync(ann);
        await using var other = await guarded.StartAnotherAsync(TimeSpan.Zero);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, "/accounts", cookie));
        await using (var book = other.Engine.OpenBook())
        {
            await book.Sessions.EndOthersAsync(ann.Id, exceptId: null);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(guarded, "/accounts", cookie));
    }

    [Fact]
    public async Task What_is_saved_is_recorded_under_the_name_of_who_signed_in_and_a_reader_saves_nothing()
    {
        await using var guarded = await GuardedHost.StartAsync();
        var (ann, rob) = (await guarded.CookieOfAsync(await guarded.AddAsync("ann", UserRole.Member)), await guarded.CookieOfAsync(await guarded.AddAsync("rob", UserRole.ReadOnly)));

        Assert.Equal(HttpStatusCode.Forbidden, await SaveAsync(guarded, rob));
        Assert.Equal(HttpStatusCode.OK, await SaveAsync(guarded, ann));
        await using var context = guarded.Engine.OpenBook();
        Assert.Equal("ann", context.Database.Changes.OrderByDescending(change => change.Id).First().Who);
        Assert.DoesNotContain(context.Database.ChangedRows, row => row.TableName.StartsWith("bb_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scripts_and_downloads_are_told_401_and_pages_lead_to_where_one_signs_in()
    {
        await using var guarded = await GuardedHost.StartAsync();
        await guarded.AddAsync("ann", UserRole.Owner);
        using var browser = guarded.OpenBrowser();
        using var download = await guarded.GetAsync(browser, "/transactions.csv");
        Assert.Equal((HttpStatusCode.Unauthorized, "text/html"), (download.StatusCode, download.Content.Headers.ContentType?.MediaType));
        Assert.Contains("not signed in", await download.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var script = await guarded.Host.GetAsync("/dialogs/account/1");
        Assert.Equal((HttpStatusCode.Unauthorized, "application/json", "Bearer"), (script.StatusCode, script.Content.Headers.ContentType?.MediaType, script.Headers.WwwAuthenticate.ToString()));
        using var form = await guarded.PostAsync(browser, "/forms/budget", ("name", "x"));
        Assert.Equal(HttpStatusCode.Unauthorized, form.StatusCode);
        Assert.All(new[] { download, script, form }, response => Assert.True(response.Headers.CacheControl?.NoStore));
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
        foreach (var path in new[] { "/sign-in", "/sign-in/code", "/sign-out", "/security", "/security/audit", "/security/backups", "/security/people", "/security/second-factor" })
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

    [Fact]
    public async Task A_password_that_is_changed_ends_the_other_sessions_and_keeps_the_second_factor()
    {
        await using var guarded = await GuardedHost.StartAsync();
        await guarded.AddAsync("ann", UserRole.Owner);
        using var here = await guarded.SignInAsync("ann");
        using var there = await guarded.SignInAsync("ann");
        var codes = await SetUpCodesAsync(guarded, here);
        using (var wrong = await guarded.PostAsync(here, "/security?handler=Password", ("password", "not the password"), ("chosen", "a quite different sentence"), ("again", "a quite different sentence")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using (var changed = await guarded.PostAsync(here, "/security?handler=Password", ("password", GuardedHost.Password), ("chosen", "a quite different sentence"), ("again", "a quite different sentence")))
        {
            Assert.Contains("Your password is changed.", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var ended = await guarded.GetAsync(there, "/accounts"))
        {
            Assert.Equal(HttpStatusCode.Found, ended.StatusCode);
        }

        Assert.NotEmpty(await PageAsync(guarded, here, "/accounts"));
        using var old = await guarded.PostAsync(guarded.OpenBrowser(), "/sign-in", ("name", "ann"), ("password", GuardedHost.Password), ("code", codes.Recovery[0]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, old.StatusCode);
        await using var later = await guarded.StartAnotherAsync(TimeSpan.FromMinutes(2));
        using var signedIn = await later.SignInAsync("ann", "a quite different sentence", Totp.CodeOf(codes.Key, (1501223084 + 120) / 30));
    }

    [Fact]
    public async Task With_codes_of_an_app_there_is_no_session_without_one_and_each_is_good_once()
    {
        await using var guarded = await GuardedHost.StartAsync();
        await guarded.AddAsync("ann", UserRole.Owner);
        using var here = await guarded.SignInAsync("ann");
        var codes = await SetUpCodesAsync(guarded, here);
        Assert.Equal(10, codes.Recovery.Distinct().Count());

        // The one that set it up is used up, and a password alone opens nothing.
        await AssertKeptOutAsync(guarded, "");
        await AssertKeptOutAsync(guarded, "000000");
        await AssertKeptOutAsync(guarded, Totp.CodeOf(codes.Key, 1501223084 / 30));
        (await guarded.SignInAsync("ann", code: Totp.CodeOf(codes.Key, (1501223084 / 30) + 1))).Dispose();
        await AssertKeptOutAsync(guarded, Totp.CodeOf(codes.Key, (1501223084 / 30) + 1));

        (await guarded.SignInAsync("ann", code: codes.Recovery[3].ToUpperInvariant())).Dispose();
        await AssertKeptOutAsync(guarded, codes.Recovery[3]);
        (await guarded.SignInAsync("ann", code: codes.Recovery[4])).Dispose();

        using (var removed = await guarded.PostAsync(here, "/security/second-factor?handler=Remove", ("password", GuardedHost.Password)))
        {
            Assert.Contains("password alone", await removed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        (await guarded.SignInAsync("ann")).Dispose();
        await using var book = guarded.Engine.OpenBook();
        Assert.Empty(book.Database.RecoveryCodes);
    }

    [Fact]
    public async Task A_token_is_shown_once_does_what_it_says_and_is_good_for_nothing_when_revoked_or_expired()
    {
        await using var guarded = await GuardedHost.StartAsync();
        await guarded.AddAsync("ann", UserRole.Owner);
        using var browser = await guarded.SignInAsync("ann");
        (string, string)[] fields = [("name", "bank script"), ("scopes", "read"), ("days", "2")];
        using (var unconfirmed = await guarded.PostAsync(browser, "/security?handler=Token", [.. fields, ("password", "wrong")]))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, unconfirmed.StatusCode);
        }

        using var made = await guarded.PostAsync(browser, "/security?handler=Token", [.. fields, ("password", GuardedHost.Password)]);
        var token = Between(await made.Content.ReadAsStringAsync(), "id=\"new-token\">", "<");
        Assert.StartsWith("bbt_", token, StringComparison.Ordinal);
        Assert.True(made.Headers.CacheControl?.NoStore);
        var page = await PageAsync(guarded, browser, "/security");
        Assert.DoesNotContain(token, page, StringComparison.Ordinal);
        Assert.Contains("never used", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(guarded, "/ajax/account/1", cookie: null, token));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(guarded, "/ajax/account/1", cookie: null, token + "x"));
        Assert.Contains("last used", await PageAsync(guarded, browser, "/security"), StringComparison.Ordinal);
        await using (var later = await guarded.StartAnotherAsync(TimeSpan.FromDays(2)))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(later, "/ajax/account/1", cookie: null, token));
        }

        await using (var book = guarded.Engine.OpenBook())
        {
            // Neither the token nor what the browser holds is in the database.
            Assert.DoesNotContain(token, string.Join(' ', book.Database.Tokens.Select(row => row.KeyHash)), StringComparison.Ordinal);
        }

        using (var revoked = await guarded.PostAsync(browser, "/security?handler=Revoke", ("token", "1")))
        {
            Assert.Contains("good for nothing any more", await revoked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(guarded, "/ajax/account/1", cookie: null, token));
    }

    [Fact]
    public async Task An_owner_lets_somebody_in_by_a_code_and_keeps_him_out_again()
    {
        await using var guarded = await GuardedHost.StartAsync();
        await guarded.AddAsync("ann", UserRole.Owner);
        using var ann = await guarded.SignInAsync("ann");
        using var added = await guarded.PostAsync(ann, "/security/people?handler=Add", ("name", "bob"), ("role", "member"), ("password", GuardedHost.Password));
        var code = Between(await added.Content.ReadAsStringAsync(), "id=\"new-code\">", "<");
        using var bob = guarded.OpenBrowser();
        using (var used = await guarded.PostAsync(bob, "/sign-in/code", ("code", code), ("password", "bob and his bicycle"), ("again", "bob and his bicycle")))
        {
            Assert.Equal(HttpStatusCode.Found, used.StatusCode);
        }

        Assert.NotEmpty(await PageAsync(guarded, bob, "/accounts"));
        await AssertRefusedAsync(guarded, guarded.OpenBrowser(), "not known", ("code", code), ("password", "bob and his bicycle"), ("again", "bob and his bicycle"));
        using (var forbidden = await guarded.GetAsync(bob, "/security/people"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        }

        using (var disabled = await guarded.PostAsync(ann, "/security/people?handler=Disable", ("user", "2"), ("password", GuardedHost.Password)))
        {
            Assert.Contains("It is done.", await disabled.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var ended = await guarded.GetAsync(bob, "/accounts");
        Assert.Equal(HttpStatusCode.Found, ended.StatusCode);
        using var self = await guarded.PostAsync(ann, "/security/people?handler=Disable", ("user", "1"), ("password", GuardedHost.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, self.StatusCode);
    }

    private static async Task<(byte[] Key, IReadOnlyList<string> Recovery)> SetUpCodesAsync(GuardedHost guarded, HttpClient browser)
    {
        var text = Between(await PageAsync(guarded, browser, "/security/second-factor"), "id=\"key\">", "<");
        var key = Totp.KeyOf(text) ?? throw new InvalidOperationException($"{text} is no key.");
        using (var wrong = await guarded.PostAsync(browser, "/security/second-factor?handler=Set", ("key", text), ("code", "000000"), ("password", GuardedHost.Password)))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var set = await guarded.PostAsync(browser, "/security/second-factor?handler=Set", ("key", text), ("code", Totp.CodeOf(key, 1501223084 / 30)), ("password", GuardedHost.Password));
        var list = Between(await set.Content.ReadAsStringAsync(), "id=\"recovery-codes\">", "</ul>");
        return (key, [.. list.Split("<li>").Skip(1).Select(item => item.Split('<')[0])]);
    }

    private static async Task AssertKeptOutAsync(GuardedHost guarded, string code)
    {
        using var browser = guarded.OpenBrowser();
        using var response = await guarded.PostAsync(browser, "/sign-in", ("name", "ann"), ("password", GuardedHost.Password), ("code", code));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    private static async Task AssertRefusedAsync(GuardedHost guarded, HttpClient browser, string reason, params (string Name, string Value)[] fields)
    {
        using var response = await guarded.PostAsync(browser, "/sign-in/code", fields);
        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(reason, body, StringComparison.Ordinal);
        Assert.DoesNotContain(GuardedHost.Password, body, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(GuardedHost guarded, HttpClient browser, string path)
    {
        using var response = await guarded.GetAsync(browser, path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"GET {path}: {(int)response.StatusCode} {body}\n{string.Join('\n', guarded.Host.Errors)}");
        return body;
    }

    private static async Task<HttpStatusCode> StatusAsync(GuardedHost guarded, string path, string? cookie, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(token is null ? "Cookie" : "Authorization", token is null ? cookie : "Bearer " + token);
        using var response = await guarded.Host.Client.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> SaveAsync(GuardedHost guarded, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/forms/balance") { Content = new StringContent("""{"account":"1","amount":"250","date":"2017-07-27"}""", System.Text.Encoding.UTF8, "application/json"), Headers = { { "Cookie", cookie } } };
        using var response = await guarded.Host.Client.SendAsync(request);
        return response.StatusCode;
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{before} is not in {text}");
        start += before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }
}
