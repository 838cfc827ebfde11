using System.Net;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Security.SignIn;

/// <summary>What scripts sign in with.</summary>
public sealed class TokenTests
{
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
        var token = GuardedHost.Between(await made.Content.ReadAsStringAsync(), "id=\"new-token\">", "<");
        Assert.StartsWith("bbt_", token, StringComparison.Ordinal);
        Assert.True(made.Headers.CacheControl?.NoStore);
        var page = await guarded.PageAsync(browser, "/security");
        Assert.DoesNotContain(token, page, StringComparison.Ordinal);
        Assert.Contains("never used", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await guarded.StatusAsync("/ajax/account/1", cookie: null, token));
        Assert.Equal(HttpStatusCode.Unauthorized, await guarded.StatusAsync("/ajax/account/1", cookie: null, token + "x"));
        Assert.Contains("last used", await guarded.PageAsync(browser, "/security"), StringComparison.Ordinal);
        await using (var later = await guarded.StartAnotherAsync(TimeSpan.FromDays(2)))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await later.StatusAsync("/ajax/account/1", cookie: null, token));
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

        Assert.Equal(HttpStatusCode.Unauthorized, await guarded.StatusAsync("/ajax/account/1", cookie: null, token));
    }
}
