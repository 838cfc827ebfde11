using System.Net;
using System.Text;
using BiweeklyBudget.Core.Audit;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Hosting.Tests.Features.Audit;

/// <summary>What people do over HTTP is in the audit log, with who and from where; and the page shows it to owners.</summary>
public sealed class AuditPageTests
{
    [Theory]
    [InlineData(DatabaseEngine.Sqlite)]
    [InlineData(DatabaseEngine.MySql)]
    public async Task Every_kind_of_act_is_in_the_log(DatabaseEngine engine)
    {
        await using var guarded = await GuardedHost.StartAsync(engine);
        using var ann = guarded.OpenBrowser();
        await DoAsync(guarded, ann, "/sign-in/code", HttpStatusCode.UnprocessableEntity, ("code", "aaaaa-aaaaa-aaaaa-aaaaa-aaaaa"), ("name", "ann"), ("password", GuardedHost.Password), ("again", GuardedHost.Password));
        await DoAsync(guarded, ann, "/sign-in/code", HttpStatusCode.Found, ("code", guarded.FirstCode), ("name", "ann"), ("password", GuardedHost.Password), ("again", GuardedHost.Password));
        using var stranger = guarded.OpenBrowser();
        await DoAsync(guarded, stranger, "/sign-in", HttpStatusCode.UnprocessableEntity, ("name", "my secret password"), ("password", "x"));
        await DoAsync(guarded, stranger, "/sign-in", HttpStatusCode.UnprocessableEntity, ("name", "ANN"), ("password", "another long password"));
        await DoAsync(guarded, ann, "/security/people?handler=Add", HttpStatusCode.UnprocessableEntity, ("name", "bob"), ("role", "member"), ("password", "wrong"));
        await DoAsync(guarded, ann, "/security/people?handler=Add", HttpStatusCode.OK, ("name", "bob"), ("role", "member"), ("password", GuardedHost.Password));
        await DoAsync(guarded, ann, "/security/people?handler=Disable", HttpStatusCode.OK, ("user", "2"), ("password", GuardedHost.Password));
        await DoAsync(guarded, ann, "/security/people?handler=Enable", HttpStatusCode.OK, ("user", "2"), ("password", GuardedHost.Password));
        await DoAsync(guarded, ann, "/security?handler=Token", HttpStatusCode.OK, ("name", "bank"), ("scopes", "read"), ("days", "30"), ("password", GuardedHost.Password));
        await DoAsync(guarded, ann, "/security?handler=Revoke", HttpStatusCode.OK, ("token", "1"));
        foreach (var file in new[] { "transactions.csv", "scheduled.csv", "ofx.csv", "fuel.csv", "projects.csv" })
        {
            using var downloaded = await guarded.GetAsync(ann, "/" + file);
            Assert.Equal(HttpStatusCode.OK, downloaded.StatusCode);
            Assert.NotEmpty(await downloaded.Content.ReadAsStringAsync());
        }

        using (var saved = await SaveAsync(ann, "/forms/balance", """{"account":"1","amount":"250","date":"2017-07-27"}"""))
        {
            Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        }

        await DoAsync(guarded, ann, "/security?handler=Password", HttpStatusCode.OK, ("password", GuardedHost.Password), ("chosen", "a staple of correct horses"), ("again", "a staple of correct horses"));
        await DoAsync(guarded, ann, "/sign-out", HttpStatusCode.Found);

        var entries = await EntriesAsync(guarded);
        Assert.Equal(
            [
                (AuditKind.SignInFailed, null, null), (AuditKind.UserAdded, "ann", "ann"), (AuditKind.SignIn, "ann", "ann"), (AuditKind.SignInFailed, null, null), (AuditKind.SignInFailed, null, "ann"),
                (AuditKind.ConfirmationFailed, "ann", "ann"), (AuditKind.UserAdded, "ann", "bob"), (AuditKind.UserReset, "ann", "bob"), (AuditKind.UserDisabled, "ann", "bob"), (AuditKind.UserEnabled, "ann", "bob"),
                (AuditKind.TokenMade, "ann", "bank"), (AuditKind.TokenRevoked, "ann", "bank"), (AuditKind.Export, "ann", "transactions.csv"), (AuditKind.Export, "ann", "scheduled.csv"),
                (AuditKind.Export, "ann", "ofx.csv"), (AuditKind.Export, "ann", "fuel.csv"), (AuditKind.Export, "ann", "projects.csv"), (AuditKind.Change, "ann", "SaveBalance"),
                (AuditKind.PasswordSet, "ann", "ann"), (AuditKind.SignOut, "ann", "ann"),
            ],
            entries.Select(entry => (entry.Kind, entry.Who, entry.Subject)));
        Assert.All(entries, entry => Assert.Equal("127.0.0.1", entry.Place));
        await using var book = guarded.Engine.OpenBook();
        Assert.Null((await book.Audit.VerifyAsync()).Problem);
        Assert.DoesNotContain("secret", string.Join('\n', await book.Database.Audit.Select(row => row.Subject + row.Details + row.Who + row.Place).ToListAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_token_saves_is_told_from_what_its_user_saves_in_a_browser()
    {
        await using var guarded = await GuardedHost.StartAsync();
        var token = await guarded.TokenOfAsync(await guarded.AddAsync("ann", UserRole.Owner), TokenScopes.Write);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/forms/balance") { Content = new StringContent("""{"account":"1","amount":"250","date":"2017-07-27"}""", Encoding.UTF8, "application/json"), Headers = { { "Authorization", "Bearer " + token } } };
        (await guarded.Host.Client.SendAsync(request)).EnsureSuccessStatusCode();

        var entry = (await EntriesAsync(guarded))[^1];
        Assert.Equal((AuditKind.Change, "ann", "127.0.0.1, token a test"), (entry.Kind, entry.Who, entry.Place));
    }

    [Fact]
    public async Task The_page_filters_says_things_in_words_and_leads_to_the_history()
    {
        await using var guarded = await GuardedHost.StartAsync();
        await guarded.AddAsync("ann", UserRole.Owner);
        using var ann = await guarded.SignInAsync("ann");
        (await SaveAsync(ann, "/forms/balance", """{"account":"1","amount":"250","date":"2017-07-27"}""")).Dispose();
        (await guarded.GetAsync(ann, "/transactions.csv")).Dispose();

        var page = await PageAsync(guarded, ann, "/security/audit");
        Assert.Contains("id=\"audit-whole\"", page, StringComparison.Ordinal);
        Assert.Contains("<span>Downloaded: transactions.csv</span>", page, StringComparison.Ordinal);
        Assert.Contains("<span>Signed in</span>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/history?change=1\">Added balance</a>", page, StringComparison.Ordinal);
        Assert.Contains("change 1<", await PageAsync(guarded, ann, "/history?change=1"), StringComparison.Ordinal);
        Assert.DoesNotContain("change 1<", await PageAsync(guarded, ann, "/history?change=2"), StringComparison.Ordinal);

        var exports = await PageAsync(guarded, ann, "/security/audit?kind=Export&who=ann&from=2017-07-28&to=2017-07-28");
        Assert.Contains("Downloaded: transactions.csv", exports, StringComparison.Ordinal);
        Assert.DoesNotContain("<span>Signed in</span>", exports, StringComparison.Ordinal);
        Assert.Contains("Nothing meets the filters.", await PageAsync(guarded, ann, "/security/audit?to=2017-07-27"), StringComparison.Ordinal);
        Assert.Contains("Nothing meets the filters.", await PageAsync(guarded, ann, "/security/audit?record=transaction-1"), StringComparison.Ordinal);
        using (var added = await SaveAsync(ann, "/forms/transaction", """{"date":"2017-07-28","amount":"1","description":"Added","account":"1","budgets":{"1":"1"},"notes":"","sales_tax":""}"""))
        {
            Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        }

        var record = Between(await PageAsync(guarded, ann, "/security/audit"), "href=\"/security/audit?record=transaction-", "\"");
        var ofRecord = await PageAsync(guarded, ann, "/security/audit?record=transaction-" + record);
        Assert.Contains("Added transaction &quot;Added&quot;", ofRecord, StringComparison.Ordinal);
        Assert.DoesNotContain("Added balance", ofRecord, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_when_somebody_changed_the_log()
    {
        await using var guarded = await GuardedHost.StartAsync();
        await guarded.AddAsync("ann", UserRole.Owner);
        using var ann = await guarded.SignInAsync("ann");
        Assert.Contains("id=\"audit-whole\"", await PageAsync(guarded, ann, "/security/audit"), StringComparison.Ordinal);
        await using (var book = guarded.Engine.OpenBook())
        {
            await book.Database.Database.ExecuteSqlRawAsync("DELETE FROM bb_audit WHERE id = 1");
        }

        var page = await PageAsync(guarded, ann, "/security/audit?check=1");
        Assert.Contains("id=\"audit-broken\"", page, StringComparison.Ordinal);
        Assert.Contains("Entry 1 is missing.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_signs_in_nothing_is_written_down()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        using (var saved = await SaveAsync(host.Client, "/forms/balance", """{"account":"1","amount":"250","date":"2017-07-27"}"""))
        {
            Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        }

        await host.PageAsync("/transactions.csv");
        await using var book = ((BiweeklyBudget.Core.BudgetEngine)host.Services.GetService(typeof(BiweeklyBudget.Core.BudgetEngine))!).OpenBook();
        Assert.Empty((await book.Audit.ListAsync()).Rows);
    }

    private static async Task<IReadOnlyList<AuditEntry>> EntriesAsync(GuardedHost guarded)
    {
        await using var book = guarded.Engine.OpenBook();
        return [.. (await book.Audit.ListAsync(take: 1000)).Rows.OrderBy(entry => entry.Id)];
    }

    private static async Task DoAsync(GuardedHost guarded, HttpClient browser, string path, HttpStatusCode expected, params (string Name, string Value)[] fields)
    {
        using var response = await guarded.PostAsync(browser, path, fields);
        Assert.True(expected == response.StatusCode, $"{path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}\n{string.Join('\n', guarded.Host.Errors)}");
    }

    private static async Task<HttpResponseMessage> SaveAsync(HttpClient client, string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    private static async Task<string> PageAsync(GuardedHost guarded, HttpClient browser, string path)
    {
        using var response = await guarded.GetAsync(browser, path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"GET {path}: {(int)response.StatusCode} {body}\n{string.Join('\n', guarded.Host.Errors)}");
        return body;
    }

    private static string Between(string text, string before, string after)
    {
        var from = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(from >= 0, text);
        return text[(from + before.Length)..text.IndexOf(after, from + before.Length, StringComparison.Ordinal)];
    }
}
