using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Features.Transfers;

/// <summary>One form for both kinds of transfer, which asks for nothing that does not matter.</summary>
public sealed class AnyTransferTests
{
    [Fact]
    public async Task A_card_is_paid_without_saying_a_budget()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var reply = await SendAsync(host, new { kind = "accounts", date = "2017-07-28", amount = "50", from_account = "1", to_account = "3", notes = "July" });
        Assert.Equal("The money was moved.", (string?)reply["success_message"]);
        var (from, to) = (JsonNode.Parse(await host.PageAsync("/ajax/transactions/5"))!, JsonNode.Parse(await host.PageAsync("/ajax/transactions/6"))!);
        Assert.Equal((1, "50.0", 3, "-50.0"), ((int)from["account_id"]!, from["actual_amount"]!.ToJsonString(), (int)to["account_id"]!, to["actual_amount"]!.ToJsonString()));
        Assert.Equal((1, 1), ((int)from["budgets"]![0]!["id"]!, (int)to["budgets"]![0]!["id"]!));
    }

    [Fact]
    public async Task Money_moves_between_budgets_without_saying_an_account()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var reply = await SendAsync(host, new { kind = "budgets", date = "2017-07-28", amount = "84.23", from_budget = "4", to_budget = "5" });
        Assert.True((bool)reply["success"]!);
        Assert.Equal("1200.0", JsonNode.Parse(await host.PageAsync("/ajax/budget/4"))!["current_balance"]!.ToJsonString());
        Assert.Equal(1, (int)JsonNode.Parse(await host.PageAsync("/ajax/transactions/5"))!["account_id"]!);
    }

    [Theory]
    [InlineData("""{"date":"2017-07-28","amount":"1"}""", "kind", "Please choose what the money is moved between.")]
    [InlineData("""{"kind":"both","date":"2017-07-28","amount":"1"}""", "kind", "Please choose what the money is moved between.")]
    [InlineData("""{"kind":"accounts","date":"2017-07-28","amount":"1","to_account":"2"}""", "from_account", "Please choose where the money comes from.")]
    [InlineData("""{"kind":"accounts","date":"2017-07-28","amount":"1","from_account":"1","to_account":"1"}""", "to_account", "From Account and To Account must be different")]
    [InlineData("""{"kind":"budgets","date":"2017-07-28","amount":"1","from_budget":"1","to_budget":"None"}""", "to_budget", "Please choose where the money goes.")]
    [InlineData("""{"kind":"budgets","date":"2017-07-28","amount":"0","from_budget":"1","to_budget":"2"}""", "amount", "Amount cannot be zero")]
    public async Task A_mistake_is_said_at_its_field(string form, string field, string message)
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var reply = await SendAsync(host, JsonNode.Parse(form)!);
        Assert.False((bool)reply["success"]!);
        Assert.Equal([message], reply["errors"]![field]!.AsArray().Select(text => (string?)text));
    }

    [Fact]
    public async Task The_dialog_offers_every_active_account_and_says_what_each_budget_has_left()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var dialog = await host.PageAsync("/dialogs/account-transfer");
        Assert.Contains(">CreditOne (card): -$952.06<", dialog, StringComparison.Ordinal);
        Assert.Contains(">BankOne: $12,789.01<", dialog, StringComparison.Ordinal);
        Assert.Contains(">Standing1: $1,284.23 left<", dialog, StringComparison.Ordinal);
        Assert.Contains(">Periodic1: -$11.13 left<", dialog, StringComparison.Ordinal); // 100.00 granted, 111.13 spent
        Assert.Contains("What is left is that of the pay period from <time datetime=\"2017-08-04\">8/4/2017</time> on.", await host.PageAsync("/dialogs/budget-transfer?date=2017-08-09"), StringComparison.Ordinal);
    }

    private static async Task<JsonNode> SendAsync(InProcessHost host, object form)
    {
        using var response = await host.Client.PostAsJsonAsync(new Uri("/forms/transfer", UriKind.Relative), form);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
