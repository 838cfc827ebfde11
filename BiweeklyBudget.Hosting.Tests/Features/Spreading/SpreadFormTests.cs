using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Features.Spreading;

/// <summary>Forms that are more than fields, sent by a browser without scripts: spreading what is left over, what is planned, a transaction with its shares. The recorded day is 2017-07-28.</summary>
public sealed partial class SpreadFormTests
{
    [Fact]
    public async Task What_is_left_over_is_spread_from_a_page_of_its_own()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var page = await NavigateAsync(host, "/dialogs/spread/2017-07-28");
        Assert.Contains("Spread what is left over</h2>", page, StringComparison.Ordinal);
        var before = await BalanceAsync(host);

        await SaveAsync(host, "/forms/spread", page, ("amounts[2]", "-10"), ("amounts[4]", "7.50 + 2.50"));

        Assert.Equal(before + 10m, await BalanceAsync(host));
        var refused = await SendAsync(host, "/forms/spread", page, ("amounts[4]", "ten"));
        Assert.Contains("&quot;ten&quot; is not an amount.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(before + 10m, await BalanceAsync(host));
    }

    [Fact]
    public async Task Of_what_is_planned_only_the_chosen_ones_are_made()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var page = await NavigateAsync(host, "/dialogs/planned/2017-08-04");
        var keys = ChosenKey().Matches(page).Select(key => key.Groups["key"].Value).ToList();
        Assert.True(keys.Count > 1, $"{keys.Count} are planned.");

        await SaveAsync(host, "/forms/planned", page, [("action", "make"), ("chosen", keys[0]), .. keys.Select(key => ($"occurrences[{key}]", "12.34"))]);

        Assert.Equal("12.34", JsonNode.Parse(await host.PageAsync("/ajax/transactions/5"))!["actual_amount"]!.ToJsonString());
        using var other = await host.GetAsync("/ajax/transactions/6");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task A_transaction_has_one_budget_or_shares_of_several_and_its_direction()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var page = await NavigateAsync(host, "/dialogs/transaction?date=2017-07-28");
        Assert.Contains("data-bb-unscripted", page, StringComparison.Ordinal);
        (string, string)[] fields = [("date", "2017-07-28"), ("description", "Market"), ("account", "1"), ("sales_tax", ""), ("notes", "")];

        await SaveAsync(host, "/forms/transaction", page, [.. fields, ("direction", "expense"), ("amount", "12.50"), ("budget", "2"), ("budgets[1]", ""), ("budgets[2]", "")]);
        await SaveAsync(host, "/forms/transaction", page, [.. fields, ("direction", "income"), ("amount", "30"), ("budget", ""), ("budgets[1]", "10+8"), ("budgets[2]", "12")]);

        Assert.Equal([("2", "12.5")], await SharesAsync(host, 5));
        Assert.Equal([("1", "-18.0"), ("2", "-12.0")], await SharesAsync(host, 6));
        var none = await SendAsync(host, "/forms/transaction", page, [.. fields, ("direction", "expense"), ("amount", "12.50"), ("budget", ""), ("budgets[1]", "")]);
        Assert.Contains("Please choose a budget.", none.Text, StringComparison.Ordinal);
        var unclear = await SendAsync(host, "/forms/transaction", page, [.. fields, ("direction", "expense"), ("amount", "much"), ("budget", "2")]);
        Assert.Contains("&quot;much&quot; is not an amount.", unclear.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Please choose a budget.", unclear.Text, StringComparison.Ordinal);

        // One that is split comes with its shares, and can be saved again.
        var stored = await NavigateAsync(host, "/dialogs/transaction/6");
        Assert.Matches("name=\"budgets\\[1\\]\"[^>]*value=\"18.00\"", stored);
        await SaveAsync(host, "/forms/transaction", stored, [.. fields, ("id", "6"), ("direction", "income"), ("amount", "20"), ("budget", ""), ("budgets[1]", "18"), ("budgets[2]", "2")]);
        Assert.Equal([("1", "-18.0"), ("2", "-2.0")], await SharesAsync(host, 6));
    }

    [Fact]
    public async Task A_script_that_sends_fields_with_brackets_means_fields_with_brackets()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        using var content = new FormUrlEncodedContent([new("date", "2017-07-28"), new("amount", "1"), new("description", "Script"), new("account", "1"), new("notes", ""), new("sales_tax", ""), new("budgets[1]", "1")]);
        using var answer = await host.Client.PostAsync(new Uri("/forms/transaction", UriKind.Relative), content);
        Assert.Contains("Transactions must have a budget.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"chosen\" value=\"(?<key>[^\"]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ChosenKey();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex HiddenField();

    private static async Task<string> NavigateAsync(InProcessHost host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Sec-Fetch-Mode", "navigate" } } };
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task SaveAsync(InProcessHost host, string path, string page, params (string Name, string Value)[] fields)
    {
        var (location, text) = await SendAsync(host, path, page, fields);
        Assert.True(location?.StartsWith("/saved?change=", StringComparison.Ordinal) == true, text);
    }

    // With the hidden fields of the page, as a browser does.
    private static async Task<(string? Location, string Text)> SendAsync(InProcessHost host, string path, string page, params (string Name, string Value)[] fields)
    {
        var hidden = HiddenField().Matches(page).Select(field => KeyValuePair.Create(field.Groups["name"].Value, field.Groups["value"].Value)).Where(field => fields.All(given => given.Name != field.Key));
        using var content = new FormUrlEncodedContent(hidden.Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content, Headers = { { "Sec-Fetch-Mode", "navigate" } } };
        using var answer = await host.Client.SendAsync(request);
        return (answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<decimal> BalanceAsync(InProcessHost host) => decimal.Parse(JsonNode.Parse(await host.PageAsync("/ajax/budget/4"))!["current_balance"]!.ToJsonString(), CultureInfo.InvariantCulture);

    private static async Task<List<(string, string)>> SharesAsync(InProcessHost host, int transaction) =>
        [.. JsonNode.Parse(await host.PageAsync($"/ajax/transactions/{transaction}"))!["budgets"]!.AsArray().Select(share => (share!["id"]!.ToJsonString(), share["amount"]!.ToJsonString())).OrderBy(share => share.Item1, StringComparer.Ordinal)];
}
