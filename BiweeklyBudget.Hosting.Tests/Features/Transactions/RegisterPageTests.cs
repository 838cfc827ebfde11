using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Features.Transactions;

/// <summary>Accounts and budgets lead to their transactions, and a reconciled transaction reads as values.</summary>
public sealed class RegisterPageTests
{
    public static TheoryData<DatabaseEngine> Engines => [DatabaseEngine.Sqlite, DatabaseEngine.MySql];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_account_says_what_it_held_after_each_transaction(DatabaseEngine engine)
    {
        await using var host = await InProcessHost.StartAsync(engine, Household.Sample);
        using var page = await DocumentAsync(host, "/accounts/1/transactions");
        Assert.Equal("BankOne", page.QuerySelector("h1")!.TextContent);
        var rows = Rows(page);
        Assert.NotEmpty(rows);
        Assert.Equal(["Date", "Description", "Budget", "Amount", "Balance", "Reconciled"], page.QuerySelectorAll("#table-register th").Select(Text));
        Assert.Equal(rows.Select(row => row[0]).OrderDescending(StringComparer.Ordinal), rows.Select(row => row[0]));
        for (var place = 1; place < rows.Count; place++)
        {
            Assert.Equal(Money(rows[place - 1][4]) + Money(rows[place - 1][3]), Money(rows[place][4]));
        }

        // What is dated after today has not gone through yet.
        var coming = rows.Where(row => string.CompareOrdinal(row[0], "2017-07-28") > 0).Sum(row => Money(row[3]));
        Assert.Equal(Money(Text(page.QuerySelector(".bb-figure-main")!)), Money(rows[0][4]) + coming);
        Assert.Equal(["/dialogs/balances/1", "/dialogs/account/1", "/dialogs/transaction?account=1"], page.QuerySelectorAll(".bb-actions a").Select(link => link.GetAttribute("data-bb-dialog")));

        using var searched = await DocumentAsync(host, $"/accounts/1/transactions?q={Uri.EscapeDataString(rows[0][1])}");
        Assert.DoesNotContain("Balance", searched.QuerySelectorAll("#table-register th").Select(Text));
        Assert.Contains(Rows(searched), row => row[1] == rows[0][1]);
    }

    [Fact]
    public async Task A_budget_shows_its_shares_and_what_it_has_left()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        using var period = await DocumentAsync(host, "/pay_period_for?date=2017-07-28", follow: true);
        using var page = await DocumentAsync(host, "/budgets/2/transactions");
        var remaining = period.QuerySelectorAll("#pb-table tr").Single(row => row.QuerySelector("a")?.GetAttribute("href") == "/budgets/2/transactions").QuerySelector("[data-label=Remaining]")!;
        Assert.Equal(Text(remaining), Text(page.QuerySelector(".bb-figure-main")!));
        Assert.NotEmpty(Rows(page));
        Assert.All(page.QuerySelectorAll("#table-register .bb-account a"), link => Assert.EndsWith("/transactions", link.GetAttribute("href"), StringComparison.Ordinal));

        var file = (await host.PageAsync(page.QuerySelector("a[download]")!.GetAttribute("href")!)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Rows(page).Count, file.Length - 1);

        using var standing = await DocumentAsync(host, "/budgets/4/transactions");
        Assert.Contains("in this budget", standing.QuerySelector(".bb-tiles")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/accounts/99/transactions")]
    [InlineData("/budgets/99/transactions")]
    public async Task What_is_not_there_has_no_register(string path)
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        using var reply = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Fact]
    public async Task Names_lead_to_registers_on_every_page()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        foreach (var path in new[] { "/", "/accounts", "/budgets", "/transactions", "/scheduled", "/payperiod/2017-07-21" })
        {
            using var page = await DocumentAsync(host, path);
            var links = page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href") ?? "").Where(address => address.Split('/') is ["", "accounts" or "budgets", [>= '0' and <= '9', ..], ..]).ToList();
            Assert.NotEmpty(links);
            Assert.All(links, link => Assert.EndsWith("/transactions", link, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_reconciled_transaction_reads_as_values_and_takes_notes()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        Assert.True((bool)(await SendAsync(host, "/ajax/reconcile", """{"reconciled":{"2":"by hand"}}"""))["success"]!);
        using var dialog = await DocumentAsync(host, "/dialogs/transaction/2");
        Assert.Equal("/forms/transaction-notes", dialog.QuerySelector("form")!.GetAttribute("action"));
        Assert.Equal(["id", "notes"], dialog.QuerySelectorAll(".bb-dialog-body [name]").Select(field => field.GetAttribute("name")));
        Assert.Null(dialog.QuerySelector("[data-bb-delete]"));
        Assert.StartsWith("/dialogs/reconcile/", dialog.QuerySelector(".bb-dialog-foot a")!.GetAttribute("data-bb-dialog"), StringComparison.Ordinal);
        Assert.Contains("Account", dialog.QuerySelectorAll("dt").Select(Text));

        Assert.Equal("The notes are saved.", (string?)(await SendAsync(host, "/forms/transaction-notes", """{"id":2,"notes":"the receipt is in the drawer"}"""))["success_message"]);
        Assert.Equal("the receipt is in the drawer", (string?)JsonNode.Parse(await host.PageAsync("/ajax/transactions/2"))!["notes"]);
        Assert.NotNull((await SendAsync(host, "/forms/transaction-notes", $$"""{"id":2,"notes":"{{new string('x', 255)}}"}"""))["errors"]!["notes"]);
        Assert.NotNull((await SendAsync(host, "/forms/transaction-notes", """{"id":"","notes":"x"}"""))["errors"]!["id"]);
        Assert.Contains("no Transaction", (string?)(await SendAsync(host, "/forms/transaction-notes", """{"id":99,"notes":"x"}"""))["error_message"], StringComparison.Ordinal);
    }

    private static string Text(INode node) => node.TextContent.Trim();

    private static decimal Money(string text) => decimal.Parse(text.Replace("$", "", StringComparison.Ordinal), System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture);

    private static List<List<string>> Rows(IDocument page) => [.. page.QuerySelectorAll("#table-register tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.QuerySelector("time")?.GetAttribute("datetime") ?? Text(cell)).ToList())];

    private static async Task<IDocument> DocumentAsync(InProcessHost host, string path, bool follow = false)
    {
        if (follow)
        {
            using var reply = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
            path = reply.Headers.Location!.OriginalString;
        }

        return new HtmlParser().ParseDocument(await host.PageAsync(path));
    }

    private static async Task<JsonNode> SendAsync(InProcessHost host, string path, string json)
    {
        using var content = JsonContent.Create(JsonNode.Parse(json));
        using var reply = await host.Client.PostAsync(new Uri(path, UriKind.Relative), content);
        return JsonNode.Parse(await reply.Content.ReadAsStringAsync())!;
    }
}
