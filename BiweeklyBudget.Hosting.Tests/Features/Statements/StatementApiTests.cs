using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Hosting.Tests.Features.Statements;

/// <summary>Statements uploaded by scripts (spec/http-api.md §13.2), on both engines with the sample data.</summary>
public sealed class StatementApiTests
{
    private const string Path = "/api/ofx/statement";
    private static readonly string File = StatementText.Checking("1111", "NEW1 -45.67 One", "NEW2 12.00 Two", "BankOne.0.1 -20 Late Fee");

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task A_file_is_added_once_as_json_or_as_a_form(DatabaseEngine engine) => await RunAsync(engine, async host =>
    {
        Assert.Equal(
            """201 {"success":true,"message":"Successfully inserted Statement 10 with 2 new and 1 updated Transactions","count_new":2,"count_updated":1,"statement_id":10}""",
            await SendAsync(host, Json(1, "up1.ofx", File)));
        Assert.Equal(
            """409 {"success":false,"message":"File up1.ofx is a duplicate of stmt 10 for account 1","account_id":1,"filename":"up1.ofx","statement_id":10}""",
            await SendAsync(host, Form("1", "up1.ofx", File)));
        Assert.Equal(
            """201 {"success":true,"message":"Successfully inserted Statement 11 with 0 new and 3 updated Transactions","count_new":0,"count_updated":3,"statement_id":11}""",
            await SendAsync(host, Form("1", "up2.ofx", File)));
        Assert.Contains("\"acct_name\":\"BankOne\"", await host.PageAsync("/ajax/ofx/1/NEW1"), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task Sixteen_uploads_of_a_file_at_once_end_with_one_statement(DatabaseEngine engine) => await RunAsync(engine, async host =>
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => SendAsync(host, i % 2 == 0 ? Json(1, "same.ofx", File) : Form("1", "same.ofx", File))));

        Assert.Single(replies, reply => reply.StartsWith("201 ", StringComparison.Ordinal));
        Assert.Equal(15, replies.Count(reply => reply.StartsWith("409 ", StringComparison.Ordinal)));
        using var table = JsonDocument.Parse(await host.PageAsync("/ajax/ofx?draw=1&start=0&length=-1"));
        Assert.Equal(35, table.RootElement.GetProperty("recordsTotal").GetInt32());
    });

    [Fact]
    public async Task What_is_wrong_is_said_and_nothing_is_stored() => await RunAsync(DatabaseEngine.MySql, async host =>
    {
        const string wrongKeys = """400 {"success":false,"message":"Invalid or missing JSON keys."}""";
        Assert.Equal(wrongKeys, await SendAsync(host, new StringContent("{}", Encoding.UTF8, "application/json")));
        Assert.Equal(wrongKeys, await SendAsync(host, new StringContent("no json", Encoding.UTF8, "application/json")));
        Assert.Equal(wrongKeys, await SendAsync(host, JsonContent.Create(new { acct_id = 1, filename = "x.ofx", ofx = "" })));
        Assert.Equal(wrongKeys, await SendAsync(host, JsonContent.Create(new { acct_id = 1, filename = "x.ofx", mtime = (string?)null, ofx = "", more = 1 })));
        Assert.Equal(wrongKeys, await SendAsync(host, Form("one", "x.ofx", File)));
        Assert.Equal(
            """400 {"success":false,"message":"Unable to b64decode \u0022ofx\u0022 field."}""",
            await SendAsync(host, JsonContent.Create(new { acct_id = 1, filename = "x.ofx", mtime = (string?)null, ofx = "!!!" })));
        Assert.StartsWith("""400 {"success":false,"message":"Exception: The ofx file is empty!""", await SendAsync(host, Json(1, "x.ofx", "hello")), StringComparison.Ordinal);
        Assert.Equal("""400 {"success":false,"message":"Exception: no Account with ID 99"}""", await SendAsync(host, Json(99, "x.ofx", File)));
        Assert.StartsWith("""400 {"success":false,"message":"Exception: """, await SendAsync(host, Json(1, "../x.ofx", File)), StringComparison.Ordinal);
        Assert.StartsWith("""400 {"success":false,"message":"Exception: """, await SendAsync(host, Json(1, "x.ofx", File, "yesterday")), StringComparison.Ordinal);
        Assert.StartsWith("413 ", await SendAsync(host, Form("1", "x.ofx", new string('x', 11 * 1024 * 1024))), StringComparison.Ordinal);
        Assert.StartsWith("201 ", await SendAsync(host, Json(1, "x.ofx", File + new string(' ', (10 * 1024 * 1024) - File.Length), "2017-07-28T05:30:00Z")), StringComparison.Ordinal);
    });

    private static async Task RunAsync(DatabaseEngine engine, Func<InProcessHost, Task> test)
    {
        await using var host = await InProcessHost.StartAsync(engine, Household.Sample);
        await test(host);
    }

    private static async Task<string> SendAsync(InProcessHost host, HttpContent content)
    {
        using var response = await host.Client.PostAsync(new Uri(Path, UriKind.Relative), content);
        content.Dispose();
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    private static JsonContent Json(int account, string name, string text, string? time = null) =>
        JsonContent.Create(new { acct_id = account, filename = name, mtime = time, ofx = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) });

    private static MultipartFormDataContent Form(string account, string name, string text) => new()
    {
        { new StringContent(account), "acct_id" },
        { new StringContent(name), "filename" },
        { new StringContent("2017-07-28T05:30:00+02:00"), "mtime" },
        { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "ofx", "file.ofx" },
    };
}
