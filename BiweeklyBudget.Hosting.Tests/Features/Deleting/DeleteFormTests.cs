using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Features.Deleting;

/// <summary>Records are deleted by a form, and a dialog says before what that means.</summary>
public sealed class DeleteFormTests
{
    public static TheoryData<DatabaseEngine> Engines => [DatabaseEngine.Sqlite, DatabaseEngine.MySql];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_skip_is_undone_from_its_row(DatabaseEngine engine)
    {
        await using var host = await InProcessHost.StartAsync(engine, Household.Sample);
        var before = await host.PageAsync("/payperiod/2017-08-04");
        Assert.True((bool)(await SendAsync(host, "/forms/skip_sched_trans", """{"id":"3","payperiod_start_date":"2017-08-04","notes":"Not now"}"""))["success"]!);

        using var page = await DocumentAsync(host, "/payperiod/2017-08-04");
        var row = Assert.Single(page.QuerySelectorAll("#trans-table tr"), found => found.TextContent.Contains("Skipped: ST3 (any day)", StringComparison.Ordinal));
        var form = row.QuerySelector("form[data-bb-post]")!;
        Assert.Equal("Undo skip", form.QuerySelector("button")!.TextContent);
        var fields = new JsonObject(form.QuerySelectorAll("input").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, (JsonNode?)field.GetAttribute("value"))));
        Assert.Equal("The transaction was deleted.", (string?)(await SendAsync(host, form.GetAttribute("action")!, fields.ToJsonString()))["success_message"]);
        Assert.Equal(before, await host.PageAsync("/payperiod/2017-08-04"));
    }

    [Fact]
    public async Task What_is_reconciled_is_named_and_the_others_can_go()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        Assert.True((bool)(await SendAsync(host, "/ajax/reconcile", """{"reconciled":{"2":"by hand"}}"""))["success"]!);
        var ids = await UnreconciledAsync(host);
        using var dialog = await DocumentAsync(host, $"/dialogs/delete/transaction?ids=2,{ids}");
        Assert.Contains("is reconciled; undo its reconciliation first.", dialog.QuerySelector(".bb-note-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ids.ToString(System.Globalization.CultureInfo.InvariantCulture), dialog.QuerySelector("input[name=ids]")!.GetAttribute("value"));
        Assert.Equal("Delete the other", dialog.QuerySelector("[type=submit]")!.TextContent.Trim());

        using var nothing = await DocumentAsync(host, "/dialogs/delete/transaction?ids=2");
        Assert.Null(nothing.QuerySelector("[type=submit]"));
        Assert.Contains("undo its reconciliation first", (string?)(await SendAsync(host, "/forms/delete", """{"kind":"transaction","ids":"2"}"""))["error_message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_used_can_be_made_inactive_instead()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        using var dialog = await DocumentAsync(host, "/dialogs/delete/budget?ids=1");
        Assert.Matches("cannot be deleted: .* use it", dialog.QuerySelector(".bb-note-warning li")!.TextContent);
        using var question = await DocumentAsync(host, dialog.QuerySelector(".bb-note-warning a")!.GetAttribute("data-bb-dialog")!);
        Assert.Equal("/forms/deactivate", question.QuerySelector("form")!.GetAttribute("action"));
        Assert.Equal("Periodic1 is inactive now.", (string?)(await SendAsync(host, "/forms/deactivate", """{"kind":"budget","id":1}"""))["success_message"]);
        Assert.Contains("\"is_active\":false", await host.PageAsync("/ajax/budget/1"), StringComparison.Ordinal);
        Assert.Equal("This is not there any more.", (string?)(await SendAsync(host, "/forms/deactivate", """{"kind":"account","id":99}"""))["error_message"]);
        Assert.NotNull((await SendAsync(host, "/forms/deactivate", """{"kind":"transaction","id":1}"""))["errors"]!["kind"]);
        Assert.NotNull((await SendAsync(host, "/forms/delete", """{"kind":"everything","ids":"1"}"""))["errors"]!["kind"]);
        Assert.NotNull((await SendAsync(host, "/forms/delete", """{"kind":"budget","ids":"x"}"""))["errors"]!["ids"]);
    }

    [Theory]
    [InlineData("/dialogs/scheduled/1", "/dialogs/delete/scheduled?ids=1")]
    [InlineData("/dialogs/budget/1", "/dialogs/delete/budget?ids=1")]
    [InlineData("/dialogs/account/1", "/dialogs/delete/account?ids=1")]
    [InlineData("/dialogs/transaction/2", "/dialogs/delete/transaction?ids=2")]
    [InlineData("/dialogs/fuel/1", "/dialogs/delete/fill?ids=1")]
    [InlineData("/dialogs/vehicle/1", "/dialogs/delete/vehicle?ids=1")]
    [InlineData("/dialogs/project/1", "/dialogs/delete/project?ids=1")]
    [InlineData("/dialogs/bom-item/1", "/dialogs/delete/item?ids=1")]
    [InlineData("/dialogs/transaction", null)]
    [InlineData("/dialogs/fuel", null)]
    [InlineData("/dialogs/vehicle", null)]
    [InlineData("/dialogs/bom-item?project=1", null)]
    [InlineData("/dialogs/budget", null)]
    public async Task The_dialog_of_a_stored_record_leads_there(string path, string? deletion)
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        using var dialog = await DocumentAsync(host, path);
        Assert.Equal(deletion, dialog.QuerySelector("[data-bb-delete]")?.GetAttribute("data-bb-dialog"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Fills_vehicles_projects_and_items_are_deleted_by_the_same_form(DatabaseEngine engine)
    {
        await using var host = await InProcessHost.StartAsync(engine, Household.Sample);
        using var project = await DocumentAsync(host, "/dialogs/delete/project?ids=3,1");
        Assert.Equal("Delete 2 projects", project.QuerySelector("h2")!.TextContent);
        Assert.Contains("Its 2 items go, too.", project.QuerySelector(".bb-deletions")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("If it is only finished, deactivate it", project.QuerySelectorAll(".bb-deletions > li")[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("If it is only finished", project.QuerySelector(".bb-deletions > li")!.TextContent, StringComparison.Ordinal);
        using var item = await DocumentAsync(host, "/dialogs/delete/item?ids=1");
        Assert.Contains("If it is only bought, make it inactive", item.QuerySelector(".bb-deletions")!.TextContent, StringComparison.Ordinal);
        using var fill = await DocumentAsync(host, "/dialogs/delete/fill?ids=1");
        Assert.Contains("A transaction that was entered with a fill stays.", fill.Body!.TextContent, StringComparison.Ordinal);

        Assert.Equal("The item was deleted.", (string?)(await SendAsync(host, "/forms/delete", """{"kind":"item","ids":"1"}"""))["success_message"]);
        Assert.Equal("2 projects were deleted.", (string?)(await SendAsync(host, "/forms/delete", """{"kind":"project","ids":"3,1"}"""))["success_message"]);
        Assert.Equal("The fill was deleted.", (string?)(await SendAsync(host, "/forms/delete", """{"kind":"fill","ids":"1"}"""))["success_message"]);
        Assert.Equal("This fuel fill is not there any more.", (string?)(await SendAsync(host, "/forms/delete", """{"kind":"fill","ids":"1"}"""))["error_message"]);
        Assert.Equal("\"Veh2\" cannot be deleted: 2 fuel fills belong to it.", (string?)(await SendAsync(host, "/forms/delete", """{"kind":"vehicle","ids":"2"}"""))["error_message"]);

        using var vehicle = await DocumentAsync(host, "/dialogs/delete/vehicle?ids=2");
        using var question = await DocumentAsync(host, vehicle.QuerySelector(".bb-note-warning a")!.GetAttribute("data-bb-dialog")!);
        Assert.Contains("Its fills stay as they are", question.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Veh2 is inactive now.", (string?)(await SendAsync(host, "/forms/deactivate", """{"kind":"vehicle","id":2}"""))["success_message"]);
        Assert.Contains("\"is_active\":false", await host.PageAsync("/ajax/vehicle/2"), StringComparison.Ordinal);
    }

    private static async Task<int> UnreconciledAsync(InProcessHost host) =>
        JsonNode.Parse(await host.PageAsync("/ajax/unreconciled/trans"))!.AsArray().Select(row => (int)row!["id"]!).First(id => id != 2);

    private static async Task<IDocument> DocumentAsync(InProcessHost host, string path) => new HtmlParser().ParseDocument(await host.PageAsync(path));

    private static async Task<JsonNode> SendAsync(InProcessHost host, string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await host.Client.PostAsync(new Uri(path, UriKind.Relative), content);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
