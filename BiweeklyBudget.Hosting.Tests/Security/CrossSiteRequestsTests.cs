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
            Assert.NotEqual(HttpStatusCode.Forbidden, await StatusAsync(host, "POST", route.Pattern, "X-Nothing", "said"));
        }
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
