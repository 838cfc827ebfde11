using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.Hosting.Tests.Security;

namespace BiweeklyBudget.Hosting.Tests.Composition;

/// <summary>Addresses that do not exist: a page for people, JSON for scripts.</summary>
public sealed class ErrorPagesTests(ReadOnlyHosts hosts) : IClassFixture<ReadOnlyHosts>
{
    [Theory]
    [InlineData("/nonexistent")]
    [InlineData("/no/such/page")]
    [InlineData("/nonexistent.html")]
    [InlineData("/payperiods/")]
    [InlineData("/accounts/")]
    [InlineData("/accounts/abc")]
    [InlineData("/accounts/-1")]
    [InlineData("/accounts/99999999999")]
    [InlineData("/accounts/credit-payoff/schedule")]
    [InlineData("/transactions/99999")]
    [InlineData("/payperiod/2017-13-01")]
    [InlineData("/payperiod")]
    [InlineData("/dialogs/convert")]
    [InlineData("/bb/js/nonexistent.js")]
    [InlineData("/appsettings.json")]
    [InlineData("/..%2fappsettings.json")]
    [InlineData("/%FF")]
    public async Task An_address_that_does_not_exist_is_a_page_that_says_so(string path)
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite, Household.Sample);
        using var response = await host.GetAsync(path);
        using var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("Not found - BiweeklyBudget", page.Title);
        Assert.Contains("There is nothing at this address.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/']"));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        ProtectedAnswer.Check(response);
    }

    [Theory]
    [InlineData("/ajax/nonexistent", null)]
    [InlineData("/forms/nonexistent", null)]
    [InlineData("/api/nonexistent", null)]
    [InlineData("/settings/nonexistent", null)]
    [InlineData("/nonexistent", "application/json")]
    [InlineData("/accounts/99999", "application/json")]
    public async Task A_script_is_told_in_json(string path, string? accept)
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite, Household.Sample);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
        {
            request.Headers.Add("Accept", accept);
        }

        using var response = await host.Client.SendAsync(request);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.False(json.RootElement.GetProperty("success").GetBoolean());
        Assert.Equal("There is nothing at this address.", json.RootElement.GetProperty("error_message").GetString());
        ProtectedAnswer.Check(response);
    }

    [Theory]
    [InlineData("POST", "/payperiods", 405)]
    [InlineData("DELETE", "/transactions/1", 405)]
    [InlineData("PUT", "/ajax/transactions/1", 405)]
    [InlineData("GET", "/pay_period_for?date=nope", 400)]
    public async Task A_request_that_an_address_does_not_answer_is_told_so(string method, string path, int status)
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite, Household.Sample);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await host.Client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotEmpty(await response.Content.ReadAsStringAsync());
        ProtectedAnswer.Check(response);
    }
}
