using System.Text.Json.Nodes;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Hosting.Tests.Features.Transactions;

/// <summary>Forms that are sent without scripts say that their amounts are as a person typed them; without that every value is a script's.</summary>
public sealed class TypedFormTests
{
    [Theory]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1.234", "1234.0")]
    [InlineData("12+7,50 €", "19.5")]
    [InlineData("12.50", "12.5")]
    public async Task Amounts_are_read_in_the_households_way(string typed, string stored)
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        await using var host = await GermanAsync(database);
        Assert.True((bool)(await SendAsync(host, "/forms/scheduled", Scheduled(typed, ("amounts_as_typed", "true"))))["success"]!);
        Assert.Equal(stored, JsonNode.Parse(await host.PageAsync("/ajax/scheduled/7"))!["amount"]!.ToJsonString());
    }

    [Theory]
    [InlineData("1,234.56", "It is not clear what \"1,234.56\" means. Write amounts like 1.234,50.")]
    [InlineData("12,345", "Amounts have at most 2 decimals here.")]
    [InlineData("-0,001", "Amounts have at most 2 decimals here.")]
    [InlineData("viel", "\"viel\" is not an amount. Write amounts like 1.234,50, or sums like 12,50+7.")]
    [InlineData("100.000.000.000.000", "Amounts must lie between -99.999.999.999.999,99 and 99.999.999.999.999,99.")]
    public async Task What_is_not_understood_is_said_at_the_field(string typed, string message)
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        await using var host = await GermanAsync(database);
        var reply = await SendAsync(host, "/forms/scheduled", Scheduled(typed, ("amounts_as_typed", "true")));
        Assert.False((bool)reply["success"]!);
        Assert.Equal([message], reply["errors"]!["amount"]!.AsArray().Select(text => (string?)text));
    }

    // 1.234 of a script stays one and a bit, and a comma stays a mistake.
    [Fact]
    public async Task A_script_sends_plain_decimals_as_ever()
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        await using var host = await GermanAsync(database);
        Assert.True((bool)(await SendAsync(host, "/forms/scheduled", Scheduled("1.234")))["success"]!);
        Assert.Equal("1.234", JsonNode.Parse(await host.PageAsync("/ajax/scheduled/7"))!["amount"]!.ToJsonString());
        var reply = await SendAsync(host, "/forms/scheduled", Scheduled("12,50"));
        Assert.Equal("Invalid Decimal value: \"12,50\"", (string?)reply["errors"]!["amount"]![0]);
    }

    [Fact]
    public async Task Income_that_is_chosen_is_stored_negative_and_a_script_need_not_choose()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        await SendAsync(host, "/forms/scheduled", Scheduled("$1,000", ("amounts_as_typed", "true"), ("direction", "income")));
        await SendAsync(host, "/forms/scheduled", Scheduled("1000", ("amounts_as_typed", "true"), ("direction", "expense")));
        await SendAsync(host, "/forms/scheduled", Scheduled("-1000", ("direction", "income")));
        await SendAsync(host, "/forms/scheduled", Scheduled("-1000", ("amounts_as_typed", "true"), ("direction", "income")));
        Assert.Equal(["-1000.0", "1000.0", "-1000.0", "-1000.0"], await Task.WhenAll(Enumerable.Range(7, 4).Select(async id => JsonNode.Parse(await host.PageAsync($"/ajax/scheduled/{id}"))!["amount"]!.ToJsonString())));
    }

    [Fact]
    public async Task Fields_show_amounts_as_they_are_typed_and_tell_the_browser_how()
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        await using var host = await GermanAsync(database);
        Assert.Contains("value=\"222,22\"", await host.PageAsync("/dialogs/transaction/3"), StringComparison.Ordinal);
        Assert.Contains("value=\"333,33\"", await host.PageAsync("/dialogs/transaction/2"), StringComparison.Ordinal);
        Assert.Contains("&quot;decimalMark&quot;:&quot;,&quot;,&quot;groupMark&quot;:&quot;.&quot;", await host.PageAsync("/help"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Income_stands_in_its_field_without_a_sign()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var income = await host.PageAsync("/dialogs/transaction?amount=-12.5");
        Assert.Contains("value=\"12.50\"", income, StringComparison.Ordinal);
        Assert.Matches("value=\"income\" checked", income);
        var expense = await host.PageAsync("/dialogs/transaction?amount=12.5");
        Assert.Matches("value=\"expense\" checked", expense);
    }

    [Fact]
    public async Task Proposals_are_the_last_transaction_of_the_description_and_what_is_planned()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var known = await host.PageAsync("/dialogs/transaction-proposals?description=t3&account=1&date=2017-07-28");
        Assert.Contains("data-amount=\"222.22\"", known, StringComparison.Ordinal);
        Assert.DoesNotContain("data-planned", known, StringComparison.Ordinal);

        var planned = await host.PageAsync("/dialogs/transaction-proposals?description=ST3&account=2&date=2017-08-05");
        Assert.Contains("data-planned=\"3\" data-period=\"2017-08-04\"", planned, StringComparison.Ordinal);
        Assert.DoesNotContain("data-amount", planned, StringComparison.Ordinal);

        foreach (var nothing in new[] { "", "?description=%20&account=x&date=soon&amount=much", "?description=" + new string('x', 1000) })
        {
            Assert.DoesNotContain("bb-proposal", await host.PageAsync("/dialogs/transaction-proposals" + nothing), StringComparison.Ordinal);
        }
    }

    private static Task<InProcessHost> GermanAsync(TestDatabase database) =>
        InProcessHost.StartAsync(new Dictionary<string, string?>(RecordedSettings.For(database.Url)) { ["CURRENCY_CODE"] = "EUR", ["LOCALE_NAME"] = "de_DE" });

    private static Dictionary<string, string> Scheduled(string amount, params (string Name, string Value)[] others)
    {
        var form = new Dictionary<string, string> { ["description"] = "Rent", ["type"] = "monthly", ["day_of_month"] = "4", ["amount"] = amount, ["account"] = "1", ["budget"] = "1" };
        foreach (var (name, value) in others)
        {
            form[name] = value;
        }

        return form;
    }

    private static async Task<JsonNode> SendAsync(InProcessHost host, string path, Dictionary<string, string> fields)
    {
        using var body = new FormUrlEncodedContent(fields);
        using var response = await host.Client.PostAsync(new Uri(path, UriKind.Relative), body);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
