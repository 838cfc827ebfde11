using System.Net;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Security.SignIn;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Security.SignIn;

/// <summary>What else than a password signing in takes, and what becomes of it when that changes.</summary>
public sealed class SecondFactorTests
{
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

        Assert.NotEmpty(await guarded.PageAsync(here, "/accounts"));
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

    private static async Task<(byte[] Key, IReadOnlyList<string> Recovery)> SetUpCodesAsync(GuardedHost guarded, HttpClient browser)
    {
        var text = GuardedHost.Between(await guarded.PageAsync(browser, "/security/second-factor"), "id=\"key\">", "<");
        var key = Totp.KeyOf(text) ?? throw new InvalidOperationException($"{text} is no key.");
        using (var wrong = await guarded.PostAsync(browser, "/security/second-factor?handler=Set", ("key", text), ("code", "000000"), ("password", GuardedHost.Password)))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var set = await guarded.PostAsync(browser, "/security/second-factor?handler=Set", ("key", text), ("code", Totp.CodeOf(key, 1501223084 / 30)), ("password", GuardedHost.Password));
        var list = GuardedHost.Between(await set.Content.ReadAsStringAsync(), "id=\"recovery-codes\">", "</ul>");
        return (key, [.. list.Split("<li>").Skip(1).Select(item => item.Split('<')[0])]);
    }

    private static async Task AssertKeptOutAsync(GuardedHost guarded, string code)
    {
        using var browser = guarded.OpenBrowser();
        using var response = await guarded.PostAsync(browser, "/sign-in", ("name", "ann"), ("password", GuardedHost.Password), ("code", code));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }
}
