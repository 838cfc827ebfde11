using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Features.History;

/// <summary>What was saved is taken back by the number that its answer came with.</summary>
public sealed class UndoFormTests
{
    private const string Lunch = """{"id":null,"date":"2017-07-28","amount":"12.34","sales_tax":"0","description":"Lunch","account":"1","notes":"","budgets":{"4":"12.34"}}""";

    [Fact]
    public async Task A_save_says_its_number_and_is_taken_back_and_done_again_by_it()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var before = await host.PageAsync("/ajax/budget/4");
        var (saved, change) = await SendAsync(host, "/forms/transaction", JsonNode.Parse(Lunch)!);
        Assert.True((bool)saved["success"]!);
        Assert.Equal(["success", "success_message", "trans_id"], saved.AsObject().Select(entry => entry.Key).Order());
        Assert.NotNull(change);
        Assert.NotEqual(before, await host.PageAsync("/ajax/budget/4"));

        var (undone, undo) = await SendAsync(host, "/forms/undo", new JsonObject { ["id"] = change });
        Assert.Equal("Taken back: added transaction \"Lunch\".", (string?)undone["success_message"]);
        Assert.Equal(before, await host.PageAsync("/ajax/budget/4"));
        using (var gone = await host.GetAsync($"/ajax/transactions/{saved["trans_id"]}"))
        {
            Assert.Equal(404, (int)gone.StatusCode);
        }

        var (again, redo) = await SendAsync(host, "/forms/undo", new JsonObject { ["id"] = undo });
        Assert.Equal($"Taken back: took change {change} back.", (string?)again["success_message"]);
        Assert.True(redo > undo);
        Assert.Contains("Lunch", await host.PageAsync($"/ajax/transactions/{saved["trans_id"]}"), StringComparison.Ordinal);
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task What_was_changed_since_is_said_and_nothing_is_taken_back()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var (saved, change) = await SendAsync(host, "/forms/transaction", JsonNode.Parse(Lunch)!);
        var edit = JsonNode.Parse(Lunch)!;
        edit["id"] = (int)saved["trans_id"]!;
        edit["notes"] = "with Ann";
        var (_, later) = await SendAsync(host, "/forms/transaction", edit);

        var (refused, nothing) = await SendAsync(host, "/forms/undo", new JsonObject { ["id"] = change });
        Assert.Equal($"Transaction {saved["trans_id"]} was changed again on 2017-07-28, by change {later}; take that one back first.", (string?)refused["error_message"]);
        Assert.Null(nothing);
        var (unknown, _) = await SendAsync(host, "/forms/undo", new JsonObject { ["id"] = 99 });
        Assert.Equal("There is no change 99.", (string?)unknown["error_message"]);
        var (blank, _) = await SendAsync(host, "/forms/undo", new JsonObject());
        Assert.False((bool)blank["success"]!);
    }

    [Fact]
    public async Task What_changed_nothing_has_no_number()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var (saved, _) = await SendAsync(host, "/forms/transaction", JsonNode.Parse(Lunch)!);
        var same = JsonNode.Parse(Lunch)!;
        same["id"] = (int)saved["trans_id"]!;
        var (_, nothing) = await SendAsync(host, "/forms/transaction", same);
        Assert.Null(nothing);
        var (wrong, none) = await SendAsync(host, "/forms/transaction", new JsonObject { ["id"] = 1 });
        Assert.False((bool)wrong["success"]!);
        Assert.Null(none);
    }

    private static async Task<(JsonNode Reply, long? Change)> SendAsync(InProcessHost host, string path, JsonNode body)
    {
        using var response = await host.Client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        var change = response.Headers.TryGetValues("X-Change-Id", out var values) ? long.Parse(values.Single(), System.Globalization.CultureInfo.InvariantCulture) : (long?)null;
        return ((await response.Content.ReadFromJsonAsync<JsonNode>())!, change);
    }
}
