using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Security.SignIn;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.Hosting.Ui;

namespace BiweeklyBudget.Hosting.Tests.Security.SignIn;

/// <summary>What somebody who is signed in finds of what is his own: the pages that he may open, and the notices that he has put away.</summary>
public sealed class OwnPlacesTests
{
    [Fact]
    public async Task Menu_palette_and_help_lead_an_owner_to_the_audit_log_and_to_backups_and_nobody_else()
    {
        await using var guarded = await GuardedHost.StartAsync(pathBase: "/money");
        var (ann, bob) = (await guarded.AddAsync("ann", UserRole.Owner), await guarded.AddAsync("bob", UserRole.Member));
        foreach (var (user, expected) in new[] { (ann, new[] { "/security", "/security/people", "/security/audit", "/security/backups" }), (bob, ["/security"]) })
        {
            var cookie = await guarded.CookieOfAsync(user);
            using var help = new HtmlParser().ParseDocument(await guarded.BodyAsync("/help", cookie));
            Assert.Equal(expected.Select(path => "/money" + path), Links(help, "nav").Distinct(StringComparer.Ordinal));
            Assert.Equal(expected.Length > 1 ? ["/money/security/backups"] : [], Links(help, "#backups"));

            var found = JsonNode.Parse(await guarded.BodyAsync("/ajax/find", cookie))!["found"]!.AsArray().Select(place => place!["path"]!.GetValue<string>());
            Assert.Equal(expected, found.Where(path => path.StartsWith("/security", StringComparison.Ordinal)));
            using var page = new HtmlParser().ParseDocument(await guarded.BodyAsync("/dialogs/find?q=what+was+done", cookie));
            Assert.Equal(expected.Length > 1 ? ["/money/security/audit"] : [], Links(page, "#bb-found"));
        }

        // The place that is open is marked, and no other.
        using var browser = await guarded.SignInAsync("ann");
        using var audit = new HtmlParser().ParseDocument(await guarded.PageAsync(browser, "/security/audit"));
        Assert.Equal(["/money/security/audit"], audit.QuerySelectorAll("nav a[aria-current=page]").Select(link => link.GetAttribute("href")).Distinct(StringComparer.Ordinal));

        // A script's token opens none of them, whosever it is.
        var token = await guarded.TokenOfAsync(ann, TokenScopes.Read);
        Assert.DoesNotContain("/security/audit", await guarded.BodyAsync("/ajax/find", cookie: null, token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_has_put_away_is_put_away_for_him_alone()
    {
        await using var guarded = await GuardedHost.StartAsync();
        var (ann, bob) = (await guarded.AddAsync("ann", UserRole.Owner), await guarded.AddAsync("bob", UserRole.Member));
        var dismissed = DismissedCookie.NameFor(ann) + "=2017-07-21_StaleAccounts_2";
        Assert.Contains("2 accounts have stale data.", await FirstAsync(guarded, await guarded.CookieOfAsync(ann)), StringComparison.Ordinal);
        Assert.DoesNotContain("2 accounts have stale data.", await FirstAsync(guarded, $"{await guarded.CookieOfAsync(ann)}; {dismissed}"), StringComparison.Ordinal);
        Assert.Contains("2 accounts have stale data.", await FirstAsync(guarded, $"{await guarded.CookieOfAsync(bob)}; {dismissed}"), StringComparison.Ordinal);

        // What was put away before people signed in is nobody's.
        Assert.Contains("2 accounts have stale data.", await FirstAsync(guarded, $"{await guarded.CookieOfAsync(ann)}; {DismissedCookie.NameFor(user: null)}=2017-07-21_StaleAccounts_2"), StringComparison.Ordinal);
        Assert.Equal("bb-dismissed." + UserHandle.Of(ann), DismissedCookie.NameFor(ann));
    }

    private static async Task<string> FirstAsync(GuardedHost guarded, string cookies)
    {
        using var page = new HtmlParser().ParseDocument(await guarded.BodyAsync("/budgets", cookies));
        return page.QuerySelector(".bb-notes-first")!.TextContent;
    }

    private static IEnumerable<string> Links(IDocument page, string place) =>
        page.QuerySelectorAll($"{place} a[href*='/security']").Select(link => link.GetAttribute("href")!);
}
