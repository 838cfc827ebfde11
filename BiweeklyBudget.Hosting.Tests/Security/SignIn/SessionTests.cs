using System.Net;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Security.SignIn;

/// <summary>How long somebody is signed in, and where.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task A_session_that_was_signed_out_is_of_no_use_to_who_kept_its_cookie()
    {
        await using var guarded = await GuardedHost.StartAsync();
        var cookie = await guarded.CookieOfAsync(await guarded.AddAsync("ann", UserRole.Owner));

        Assert.Equal(HttpStatusCode.OK, await guarded.StatusAsync("/accounts", cookie));
        using (var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Headers = { { "Cookie", cookie } } })
        {
            (await guarded.Host.Client.SendAsync(request)).Dispose();
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await guarded.StatusAsync("/accounts", cookie));
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
            Assert.Equal((days, isUsedGood), (days, await later.StatusAsync("/accounts", used) == HttpStatusCode.OK));
            if (days > 6)
            {
                Assert.Equal((days, isUnusedGood), (days, await later.StatusAsync("/accounts", unused) == HttpStatusCode.OK));
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

        Assert.Equal(HttpStatusCode.OK, await other.StatusAsync("/accounts", cookie));
        await using (var book = other.Engine.OpenBook())
        {
            await book.Sessions.EndOthersAsync(ann.Id, exceptId: null);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await guarded.StatusAsync("/accounts", cookie));
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
}
