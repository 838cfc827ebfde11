using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Features.Projects;

/// <summary>The pages of projects as the server renders them, and what scripts get.</summary>
public sealed class ProjectPageTests
{
    [Fact]
    public async Task Texts_of_other_programs_are_shown_as_texts_and_only_addresses_of_the_web_are_links()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        await using (var context = host.Database.CreateContext())
        {
            context.Projects.Add(new Project { Id = 9, Name = "<b>x</b>", Notes = "<script>1</script>" });
            await context.SaveChangesAsync();
            context.ProjectItems.AddRange(
                new ProjectItem { Id = 90, ProjectId = 9, Name = "<i>bad</i>", Url = "javascript:alert(1)", Notes = "\"><img src=x>" },
                new ProjectItem { Id = 91, ProjectId = 9, Name = "good", Url = "https://example.com/?a=1&b=2" },
                new ProjectItem { Id = 92, ProjectId = 9, Name = "empty", Url = "", Quantity = null, UnitCost = null });
            await context.SaveChangesAsync();
        }

        using var list = new HtmlParser().ParseDocument(await host.PageAsync("/projects"));
        Assert.Contains("<b>x</b>", list.QuerySelector("#table-projects")!.TextContent, StringComparison.Ordinal);
        using var page = new HtmlParser().ParseDocument(await host.PageAsync("/projects/9"));
        Assert.Equal("<b>x</b> - BiweeklyBudget", page.Title);
        Assert.Equal("<script>1</script>", page.GetElementById("div-notes")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("#table-items i, #table-items img"));
        var links = page.QuerySelectorAll("#table-items tbody .bb-lead a:not([data-bb-dialog])").Select(link => (link.GetAttribute("href"), link.GetAttribute("rel"))).ToList();
        Assert.Equal([("https://example.com/?a=1&b=2", "noopener noreferrer")], links);
    }

    [Fact]
    public async Task A_budget_that_is_not_in_use_any_more_stays_chosen_and_a_project_shows_what_its_budget_has_left()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        await SaveAsync(host, "/forms/budget", new { id = 4, name = "Standing1", is_periodic = false, current_balance = "1284.23", is_active = false });
        using var dialog = new HtmlParser().ParseDocument(await host.PageAsync("/dialogs/project/1"));
        Assert.Equal("Standing1", dialog.QuerySelector("[name=standing_budget_id] option[selected]")!.TextContent);
        using var other = new HtmlParser().ParseDocument(await host.PageAsync("/dialogs/project/2"));
        Assert.Equal(["", "Standing2"], other.QuerySelectorAll("[name=standing_budget_id] option").Select(option => option.TextContent));
        using var page = new HtmlParser().ParseDocument(await host.PageAsync("/projects/1"));
        Assert.Equal(["$1,284.23", "$77.77", "$1,206.46"], page.QuerySelectorAll("#project-budget dd").Select(figure => figure.TextContent.Trim()));
    }

    [Fact]
    public async Task A_downloaded_file_is_one_that_can_be_imported_and_changes_nothing()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        await SaveAsync(host, "/forms/bom_item", new { project_id = 1, name = "=1+1", notes = "a \"quoted\", line", quantity = 2, unit_cost = 0.5m });
        var file = await host.Client.GetByteArrayAsync(new Uri("/projects/1/items.csv", UriKind.Relative));
        var preview = await PreviewAsync(host, file);
        Assert.Contains("0 new", preview, StringComparison.Ordinal);
        Assert.Contains("0 changed, 4 as before", preview, StringComparison.Ordinal);
        Assert.Contains("Not read: Line Cost.", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("bom-import", preview, StringComparison.Ordinal);
        using var csv = await host.GetAsync("/projects.csv?search[value]=Inact");
        Assert.Equal(2, (await csv.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_file_is_previewed_and_imported_as_it_was_shown()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        using var page = new HtmlParser().ParseDocument(await PreviewAsync(host, Encoding.Latin1.GetBytes("Name;Unit Cost\nDübel;0,05\nP1Item1;12,5\n")));
        Assert.Equal(["Dübel", "P1Item1"], page.QuerySelectorAll("#table-bom-preview tbody tr td:nth-child(2)").Select(cell => cell.TextContent));
        var fields = page.QuerySelectorAll("#bom-import [name]").ToDictionary(field => field.GetAttribute("name")!, field => field is IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value")!);
        Assert.Equal(("1", "1", "1"), (fields["project_id"], fields["expected_new"], fields["expected_changed"]));
        await SaveAsync(host, "/forms/bom_import", fields);
        using var project = JsonDocument.Parse(await host.PageAsync("/ajax/projects/1"));
        Assert.Equal(2546.89m - 11.11m + 12.5m + 0.05m, project.RootElement.GetProperty("total_cost").GetDecimal());

        var wrong = await PreviewAsync(host, "Name,Quantity\nScrew,x\n"u8.ToArray());
        Assert.Contains("Invalid integer value: &quot;x&quot;", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("bom-import", wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99", HttpStatusCode.NotFound)]
    [InlineData("x", HttpStatusCode.BadRequest)]
    public async Task A_preview_is_of_a_project_that_is_there(string project, HttpStatusCode status)
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        using var answer = await PostAsync(host, "Name\nx\n"u8.ToArray(), project);
        Assert.Equal(status, answer.StatusCode);
        using var large = await PostAsync(host, new byte[600 * 1024], "1");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using var none = await host.Client.PostAsync(new Uri("/dialogs/bom-preview", UriKind.Relative), new StringContent("x"));
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
    }

    [Fact]
    public async Task What_upstream_answers_with_500_is_an_error_message()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        foreach (var (body, message) in new[]
        {
            ("""{"name": "n"}""", "No action specified in form data!"), ("""{"action": "bogus", "id": "1"}""", "Invalid action: bogus"), ("""{"action": "edit", "name": "a"}""", "id must be specified to edit"),
            ("""{"action": "activate"}""", "id must be specified to (de)activate"), ("""{"action": "deactivate", "id": ""}""", "id must be specified to (de)activate"), ("""{"action": "edit", "id": 99, "name": "a"}""", "Invalid Project id: 99"),
        })
        {
            using var answer = await host.Client.PostAsync(new Uri("/forms/projects", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Equal((HttpStatusCode.OK, false, message), (answer.StatusCode, json.RootElement.GetProperty("success").GetBoolean(), json.RootElement.GetProperty("error_message").GetString()));
        }
    }

    private static async Task SaveAsync(InProcessHost host, string path, object body)
    {
        using var answer = await host.Client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("\"success\":true", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static async Task<string> PreviewAsync(InProcessHost host, byte[] file)
    {
        using var answer = await PostAsync(host, file, "1");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<HttpResponseMessage> PostAsync(InProcessHost host, byte[] file, string project)
    {
        using var form = new MultipartFormDataContent { { new StringContent(project), "project_id" }, { new ByteArrayContent(file), "csv", "items.csv" } };
        return await host.Client.PostAsync(new Uri("/dialogs/bom-preview", UriKind.Relative), form);
    }
}
