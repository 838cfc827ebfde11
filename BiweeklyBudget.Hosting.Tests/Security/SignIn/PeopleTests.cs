using System.Net;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Security.SignIn;

/// <summary>Who may sign in, and what each may do.</summary>
public sealed class PeopleTests
{
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
    public async Task An_owner_lets_somebody_in_by_a_code_and_keeps_him_out_again()
    {
        await using var guarded = await GuardedHost.StartAsync();
        await guarded.AddAsync("ann", UserRole.Owner);
        using var ann = await guarded.SignInAsync("ann");
        using var added = await guarded.PostAsync(ann, "/security/people?handler=Add", ("name", "bob"), ("role", "member"), ("password", GuardedHost.Password));
        var code = GuardedHost.Between(await added.Content.ReadAsStringAsync(), "id=\"new-code\">", "<");
        using var bob = guarded.OpenBrowser();
        using (var used = await guarded.PostAsync(bob, "/sign-in/code", ("code", code), ("password", "bob and his bicycle"), ("again", "bob and his bicycle")))
        {
            Assert.Equal(HttpStatusCode.Found, used.StatusCode);
        }

        Assert.NotEmpty(await guarded.PageAsync(bob, "/accounts"));
        await guarded.AssertCodeRefusedAsync(guarded.OpenBrowser(), "not known", ("code", code), ("password", "bob and his bicycle"), ("again", "bob and his bicycle"));
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

    [Fact]
    public async Task An_owner_changes_what_somebody_may_at_once_and_stays_an_owner_himself()
    {
        await using var guarded = await GuardedHost.StartAsync();
        await guarded.AddAsync("ann", UserRole.Owner);
        var bob = await guarded.CookieOfAsync(await guarded.AddAsync("bob", UserRole.Member));
        using var ann = await guarded.SignInAsync("ann");
        Assert.Equal(HttpStatusCode.OK, await SaveAsync(guarded, bob));
        foreach (var (user, role, password, status) in new[] { ("2", "read-only", "not the password", HttpStatusCode.UnprocessableEntity), ("1", "member", GuardedHost.Password, HttpStatusCode.UnprocessableEntity), ("2", "read-only", GuardedHost.Password, HttpStatusCode.OK) })
        {
            using var changed = await guarded.PostAsync(ann, "/security/people?handler=Role", ("user", user), ("role", role), ("password", password));
            Assert.Equal((user, role, status), (user, role, changed.StatusCode));
        }

        Assert.Equal(HttpStatusCode.Forbidden, await SaveAsync(guarded, bob));
        Assert.NotEmpty(await guarded.PageAsync(ann, "/security/people"));
    }

    private static async Task<HttpStatusCode> SaveAsync(GuardedHost guarded, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/forms/balance") { Content = new StringContent("""{"account":"1","amount":"250","date":"2017-07-27"}""", System.Text.Encoding.UTF8, "application/json"), Headers = { { "Cookie", cookie } } };
        using var response = await guarded.Host.Client.SendAsync(request);
        return response.StatusCode;
    }
}
