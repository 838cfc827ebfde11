using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.Hosting.Tests.Security;

namespace BiweeklyBudget.Hosting.Tests.Composition;

/// <summary>Every address that can be read answers, whatever is or is not in the database, on both engines.</summary>
public sealed class EveryRouteTests(ReadOnlyHosts hosts) : IClassFixture<ReadOnlyHosts>
{
    public static TheoryData<DatabaseEngine, Household> Databases => new()
    {
        { DatabaseEngine.MySql, Household.Empty },
        { DatabaseEngine.MySql, Household.Sample },
        { DatabaseEngine.Sqlite, Household.Empty },
        { DatabaseEngine.Sqlite, Household.Sample },
    };

    public static TheoryData<DatabaseEngine, Household, string, int> Pages => OnEveryDatabase([.. Addresses.Pages, .. Addresses.SignIn, .. Addresses.Dialogs]);

    public static TheoryData<DatabaseEngine, Household, string, int> Parts => OnEveryDatabase(Addresses.Parts);

    public static TheoryData<DatabaseEngine, Household, string, int> Dialogs => OnEveryDatabase(Addresses.Dialogs);

    public static TheoryData<DatabaseEngine, Household, string, int> Json => OnEveryDatabase(Addresses.Json);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_a_title_and_a_heading_and_is_protected(DatabaseEngine engine, Household household, string path, int status)
    {
        var host = await hosts.OnAsync(engine, household);
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Sec-Fetch-Mode", "navigate" } } };
        using var response = await host.Client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();

        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode}: {body}\n{string.Join('\n', host.Errors)}");
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        ProtectedAnswer.Check(response);
        using var page = new HtmlParser().ParseDocument(body);
        Assert.EndsWith("BiweeklyBudget", page.Title, StringComparison.Ordinal);
        Assert.NotEmpty(Assert.Single(page.QuerySelectorAll("h1")).TextContent.Trim());
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Empty(host.Errors);
    }

    [Theory]
    [MemberData(nameof(Dialogs))]
    public async Task A_dialog_that_a_script_fetches_is_a_part_of_a_page_alone(DatabaseEngine engine, Household household, string path, int status)
    {
        var host = await hosts.OnAsync(engine, household);
        using var response = await host.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal(status, (int)response.StatusCode);
        ProtectedAnswer.Check(response);
        if (status == 200)
        {
            using var part = new HtmlParser().ParseDocument(body);
            Assert.NotEmpty(part.GetElementById("bb-dialog-title")!.TextContent.Trim());
            Assert.DoesNotContain("<html", body, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task A_part_of_a_dialog_is_neither_a_page_nor_a_dialog(DatabaseEngine engine, Household household, string path, int status)
    {
        var host = await hosts.OnAsync(engine, household);
        using var response = await host.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal(status, (int)response.StatusCode);
        ProtectedAnswer.Check(response);
        Assert.DoesNotContain("<html", body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("bb-dialog-title", body, StringComparison.Ordinal);
        Assert.Empty(host.Errors);
    }

    [Theory]
    [MemberData(nameof(Json))]
    public async Task A_script_is_answered_in_json(DatabaseEngine engine, Household household, string path, int status)
    {
        var host = await hosts.OnAsync(engine, household);
        using var response = await host.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();

        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode}: {body}\n{string.Join('\n', host.Errors)}");
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        ProtectedAnswer.Check(response);
        using var json = JsonDocument.Parse(body);
        Assert.Equal(status != 200, json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("success", out var success) && !success.GetBoolean());
        Assert.Empty(host.Errors);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_file_has_its_media_type(DatabaseEngine engine, Household household)
    {
        var host = await hosts.OnAsync(engine, household);
        foreach (var (address, mediaType) in Addresses.Files)
        {
            using var response = await host.GetAsync(address.Path);
            var status = address.StatusOf(household);
            Assert.Equal((address.Path, status, status == (int)HttpStatusCode.OK ? mediaType : "application/json"), (address.Path, (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
            Assert.NotEmpty(await response.Content.ReadAsStringAsync());
            ProtectedAnswer.Check(response);
        }

        Assert.Empty(host.Errors);
    }

    [Theory]
    [InlineData("/pay_period_for", "/payperiod/2017-07-21")]
    [InlineData("/pay_period_for?date=2017-08-09", "/payperiod/2017-08-04")]
    [InlineData("/welcome", "/settings")]
    public async Task An_address_leads_to_another(string path, string target)
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite, Household.Sample);
        using var response = await host.GetAsync(path);

        Assert.Equal((302, target), ((int)response.StatusCode, response.Headers.Location?.OriginalString));
        ProtectedAnswer.Check(response);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Head_answers_as_get_does_but_without_a_body(DatabaseEngine engine, Household household)
    {
        var host = await hosts.OnAsync(engine, household);
        var differences = new List<string>();
        foreach (var address in Addresses.All)
        {
            using var get = await host.GetAsync(address.Path);
            using var request = new HttpRequestMessage(HttpMethod.Head, address.Path);
            using var head = await host.Client.SendAsync(request);
            if (head.StatusCode != get.StatusCode || !Equals(head.Content.Headers.ContentType, get.Content.Headers.ContentType))
            {
                differences.Add($"{address.Path}: {(int)head.StatusCode} {head.Content.Headers.ContentType}, but GET {(int)get.StatusCode} {get.Content.Headers.ContentType}");
            }

            Assert.Equal(address.StatusOf(household), (int)get.StatusCode);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }

        Assert.Empty(differences);
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task Addresses_that_only_take_posts_say_so_to_get_and_head()
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite, Household.Sample);
        var paths = PostOnly(AppRoute.Of(host.Services));
        Assert.InRange(paths.Count, 10, 100);
        foreach (var path in paths)
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            {
                using var request = new HttpRequestMessage(method, path);
                using var response = await host.Client.SendAsync(request);
                Assert.Equal((path, 405, "POST"), (path, (int)response.StatusCode, string.Join(' ', response.Content.Headers.Allow)));
                ProtectedAnswer.Check(response);
            }
        }
    }

    [Fact]
    public async Task No_route_is_left_out()
    {
        var routes = AppRoute.Of((await hosts.OnAsync(DatabaseEngine.Sqlite, Household.Sample)).Services);
        var read = routes.Where(route => route.IsRead).Select(route => route.Pattern).Except(PostOnly(routes), StringComparer.Ordinal);

        Assert.Equal(read.Order(StringComparer.Ordinal), Addresses.All.Select(address => address.Route).Distinct().Order(StringComparer.Ordinal));
    }

    // Their GET and HEAD is a route of its own, which refuses.
    private static IReadOnlyList<string> PostOnly(IReadOnlyList<AppRoute> routes) =>
        [.. routes.Where(route => route.Methods is ["POST"]).Select(route => route.Pattern).Intersect(routes.Where(route => route is { IsRead: true, IsUnsafe: false }).Select(route => route.Pattern), StringComparer.Ordinal)];

    private static TheoryData<DatabaseEngine, Household, string, int> OnEveryDatabase(IEnumerable<Address> addresses)
    {
        var data = new TheoryData<DatabaseEngine, Household, string, int>();
        foreach (var address in addresses)
        {
            foreach (var database in Databases)
            {
                var (engine, household) = ((DatabaseEngine)database[0], (Household)database[1]);
                if (address.StatusOf(household) != (int)HttpStatusCode.Found)
                {
                    data.Add(engine, household, address.Path, address.StatusOf(household));
                }
            }
        }

        return data;
    }
}
