using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Features.Finding;

/// <summary>One route says what a line of text means; the page shows the same without scripts.</summary>
public sealed class FindTests
{
    private static readonly string[] Told = ["date", "amount", "description", "account", "account_name", "budget", "budget_name", "question"];

    public static TheoryData<DatabaseEngine> Engines => [DatabaseEngine.Sqlite, DatabaseEngine.MySql];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_line_is_told_as_a_transaction_with_the_address_of_its_form(DatabaseEngine engine)
    {
        await using var host = await InProcessHost.StartAsync(engine, Household.Sample);
        var answer = await AnswerAsync(host, "42.50 periodic2 Market & \"Sons\" <b> yesterday");
        var typed = answer["typed"]!;
        Assert.Equal(
            """{"date":"2017-07-27","amount":42.5,"description":"Market & \"Sons\" <b>","account":1,"account_name":"BankOne","budget":2,"budget_name":"Periodic2","question":null}""",
            new JsonObject(Told.Select(name => KeyValuePair.Create(name, typed[name]?.DeepClone()))).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal("$42.50 · Periodic2 · Market & \"Sons\" <b> · 7/27/2017 · BankOne", (string?)typed["text"]);

        using var form = new HtmlParser().ParseDocument(await host.PageAsync((string)typed["path"]!));
        Assert.Equal(("42.50", "Market & \"Sons\" <b>", "2017-07-27"), (form.QuerySelector("[name=amount]")!.GetAttribute("value"), form.QuerySelector("[name=description]")!.GetAttribute("value"), form.QuerySelector("[name=date]")!.GetAttribute("value")));

        Assert.Equal(-42.5m, (decimal)(await AnswerAsync(host, "+42.5 periodic2 Refund"))["typed"]!["amount"]!);
        Assert.Contains("income", (string?)(await AnswerAsync(host, "+42.5 periodic2 Refund"))["typed"]!["text"], StringComparison.Ordinal);
        Assert.Equal("Which budget: Periodic1, Periodic2?", (string?)(await AnswerAsync(host, "42.5 per"))["typed"]!["question"]);
    }

    [Fact]
    public async Task Pages_and_records_are_found_with_addresses_that_are_there()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        foreach (var text in new[] { "", "bank", "standing", "period", "2017-07-21", "T1foo", "111.13", "credit" })
        {
            var found = (await AnswerAsync(host, text))["found"]!.AsArray();
            Assert.NotEmpty(found);
            foreach (var place in found)
            {
                Assert.NotEmpty(await host.PageAsync((string)place!["path"]!));
            }
        }

        Assert.Equal(["Pages: Budgets", "Pages: Scheduled"], [.. (await NamesAsync(host, "budg")).Take(1), .. (await NamesAsync(host, "sched")).Take(1)]);
        Assert.Equal(["Accounts: BankOne", "Accounts: BankTwoStale"], (await NamesAsync(host, "bank")).Where(name => name.StartsWith("Accounts", StringComparison.Ordinal)));
        Assert.Empty(await NamesAsync(host, new string('a', 301)));
        Assert.Empty(await NamesAsync(host, "%_|'\";--"));
    }

    [Fact]
    public async Task Without_scripts_the_field_is_a_page_of_its_own()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        using var page = new HtmlParser().ParseDocument(await host.PageAsync("/dialogs/find?q=5+periodic1+%3Cb%3E"));
        var form = page.QuerySelector("form[data-bb-find]")!;
        Assert.Equal(("get", "/dialogs/find", "5 periodic1 <b>"), (form.GetAttribute("method"), form.GetAttribute("action"), form.QuerySelector("[name=q]")!.GetAttribute("value")));
        var line = page.QuerySelector("#bb-found > a")!;
        Assert.StartsWith("Add $5.00 · Periodic1 · <b> · 7/28/2017", line.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/dialogs/transaction?date=2017-07-28&amount=5.00", line.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#bb-found b"));
    }

    private static async Task<JsonNode> AnswerAsync(InProcessHost host, string text) => JsonNode.Parse(await host.PageAsync("/ajax/find?q=" + Uri.EscapeDataString(text)))!;

    private static async Task<IEnumerable<string>> NamesAsync(InProcessHost host, string text) => (await AnswerAsync(host, text))["found"]!.AsArray().Select(place => $"{place!["group"]}: {place["name"]}");
}
