using System.Net;
using System.Text;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Composition;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Security;

/// <summary>What another site's page makes a browser send changes nothing, wherever it goes (spec/http-api.md §19, 20).</summary>
public sealed class CrossSiteRequestsTests(ReadOnlyHosts hosts) : IClassFixture<ReadOnlyHosts>
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Referer", "http://evil.example/page")]
    [InlineData("Referer", "https://127.0.0.1/")]
    public async Task Every_route_that_changes_something_refuses_them(string header, string value)
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite, Household.Sample);
        var before = await WholeDatabase.TextAsync(host.Database);
        var routes = AppRoute.Of(host.Services).Where(route => route.IsUnsafe).ToList();
        Assert.InRange(routes.Count, 15, 100);
        foreach (var route in routes)
        {
            Assert.DoesNotContain('{', route.Pattern);
            foreach (var method in route.Methods.Except(["GET", "HEAD"]))
            {
                Assert.Equal((route.Pattern, HttpStatusCode.Forbidden), (route.Pattern, await StatusAsync(host, method, route.Pattern, header, value)));
            }
        }

        Assert.Equal(before, await WholeDatabase.TextAsync(host.Database));
    }

    [Fact]
    public async Task The_apps_own_pages_and_programs_without_those_headers_are_heard()
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite, Household.Sample);
        foreach (var route in AppRoute.Of(host.Services).Where(route => route.IsUnsafe))
        {
            Assert.NotEqual(HttpStatusCode.Forbidden, await StatusAsync(host, "POST", route.Pattern, "Sec-Fetch-Site", "same-origin"));
            Assert.NotEqual(HttpStatusCode.Forbidden, await StatusAsync(host, "POST", route.Pattern, "Origin", host.Address.AbsoluteUri.TrimEnd('/')));
            Assert.NotEqual(HttpStatusCode.Forbidden, await StatusAsync(host, "POST", route.Pattern, "Referer", host.Address.AbsoluteUri + "accounts"));
            Assert.NotEqual(HttpStatusCode.Forbidden, await StatusAsync(host, "POST", route.Pattern, "X-Nothing", "said"));
        }
    }

    [Theory]
    [InlineData("cross-site", "no-cors", "image")]
    [InlineData("same-site", "cors", "empty")]
    [InlineData("cross-site", "no-cors", "script")]
    [InlineData("cross-site", "navigate", "iframe")]
    [InlineData("same-site", "", "")]
    public async Task Nothing_is_read_into_another_sites_page(string site, string mode, string destination)
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite, Household.Sample);
        foreach (var address in Addresses.All)
        {
            using var response = await ReadAsync(host, address.Path, site, mode, destination);
            Assert.Equal((address.Path, HttpStatusCode.Forbidden), (address.Path, response.StatusCode));
            Assert.Contains("was refused. Nothing was changed.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            ProtectedAnswer.Check(response);
        }
    }

    [Theory]
    [InlineData("cross-site", "navigate", "document")]
    [InlineData("same-site", "navigate", "")]
    [InlineData("none", "navigate", "document")]
    [InlineData("same-origin", "cors", "empty")]
    [InlineData("same-origin", "no-cors", "script")]
    public async Task Whoever_follows_a_link_or_is_here_already_reads(string site, string mode, string destination)
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite, Household.Sample);
        using var response = await ReadAsync(host, "/accounts", site, mode, destination);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/forms/undo", """{"id":99999}""")]
    [InlineData("/forms/settings", """{"theme":"none"}""")]
    public async Task What_upstream_has_not_takes_json_only_unless_it_is_a_form_of_our_own_page(string path, string json)
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite, Household.Sample);
        const string form = "application/x-www-form-urlencoded";
        Assert.Equal(HttpStatusCode.OK, await PostAsync(json, "application/json"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync("id=99999&theme=none", form));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(json, "text/plain"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync("id=99999&theme=none", form, "Origin", host.Address.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(HttpStatusCode.OK, await PostAsync("id=99999&theme=none", form, "Sec-Fetch-Site", "same-origin"));

        async Task<HttpStatusCode> PostAsync(string body, string type, string header = "X-Nothing", string value = "said")
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
            request.Headers.Add(header, value);
            using var response = await host.Client.SendAsync(request);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task What_a_page_asks_for_may_stand_in_a_header_and_a_link_cannot_choose_a_heading()
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite, Household.Sample);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dialogs/transaction") { Headers = { { "X-Query", "description=Zo%C3%AB&amount=12.50&title=Send%20money" } } };
        using var response = await host.Client.SendAsync(request);
        var dialog = await response.Content.ReadAsStringAsync();
        Assert.Contains("Zo&#xEB;", dialog, StringComparison.Ordinal);
        Assert.Contains("12.50", dialog, StringComparison.Ordinal);

        var named = await host.PageAsync("/dialogs/transaction?title=Send+money&account=1&fitid=Send+money");
        Assert.DoesNotContain("Send money", named, StringComparison.Ordinal);
        Assert.Contains("Add New Transaction", named, StringComparison.Ordinal);
        Assert.Contains("Add a transaction for Late Fee", await host.PageAsync("/dialogs/transaction?account=1&fitid=BankOne.0.1"), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> ReadAsync(InProcessHost host, string path, string site, string mode, string destination)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Sec-Fetch-Site", site);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Mode", mode);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Dest", destination);
        return await host.Client.SendAsync(request);
    }

    // A body that every route can read and none can save.
    private static async Task<HttpStatusCode> StatusAsync(InProcessHost host, string method, string path, string header, string value)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.Add(header, value);
        using var response = await host.Client.SendAsync(request);
        return response.StatusCode;
    }
}
