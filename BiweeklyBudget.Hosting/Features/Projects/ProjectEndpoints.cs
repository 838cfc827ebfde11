using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>Projects and bills of materials over HTTP (spec/http-api.md §5, §15).</summary>
internal static class ProjectEndpoints
{
    public static void MapProjects(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/forms/projects", new ProjectForm()).Described(ProjectOperations.Save);
        routes.MapForm("/forms/bom_item", new ProjectItemForm()).Described(ProjectOperations.SaveItem);
        routes.MapForm("/forms/bom_import", new ProjectImportForm()).Described(ProjectOperations.Import);
        routes.MapTable("/ajax/projects", ProjectSection.Columns, (book, request, token) => book.Projects.ListAsync(request.Query, token), ProjectRowJson.Of).Described(ProjectOperations.Table);
        routes.MapRecord("/ajax/projects/{id}", "Project", FindAsync).Described(ProjectOperations.Find);
        routes.MapRead("/ajax/projects/{id}/bom_items", ListItemsAsync).Described(ProjectOperations.Items);
        routes.MapRecord("/ajax/projects/bom_item/{id}", "BoMItem", FindItemAsync).Described(ProjectOperations.FindItem);
        routes.MapRead("/projects.csv", DownloadAsync).Described(ProjectOperations.Download);
        routes.MapRead("/projects/{id}/items.csv", DownloadItemsAsync).Described(ProjectOperations.DownloadItems);
    }

    private static async Task<ProjectJson?> FindAsync(BudgetBook book, int id, CancellationToken token) => await book.Projects.FindAsync(id, token) is { } found ? ProjectJson.Of(found) : null;

    private static async Task<ProjectItemJson?> FindItemAsync(BudgetBook book, int id, CancellationToken token) => await book.Projects.FindItemAsync(id, token) is { } found ? ProjectItemJson.Of(found) : null;

    // As at upstream, a project that is not there has no items.
    private static async Task<IResult> ListItemsAsync(HttpContext context, BudgetBook book) => TryReadId(context.RouteText("id"), out var project)
        ? await TableEndpoints.ReplyAsync(context, ProjectSection.ItemColumns, request => book.Projects.ListItemsAsync(project, request.Query, context.RequestAborted), ProjectItemRowJson.Of)
        : Unknown();

    private static async Task<IResult> DownloadAsync(HttpContext context, BudgetBook book)
    {
        if (!TableRequest.TryReadAllPages(context.Request.Query, ProjectSection.Columns, out var request, out var error))
        {
            return ApiJson.Refusal(StatusCodes.Status400BadRequest, error);
        }

        var page = await book.Projects.ListAsync(request.Query, context.RequestAborted);
        return CsvText.Reply(
            "projects.csv",
            ["Id", "Project", "Total cost", "Remaining cost", "Standing budget", "Active", "Notes"],
            page.Rows.Select(row => new object?[] { row.Id, row.Name, row.TotalCost, row.RemainingCost, row.StandingBudgetName, row.IsActive == true, row.Notes }));
    }

    // The columns are those that an import reads, and the costs of the lines.
    private static async Task<IResult> DownloadItemsAsync(HttpContext context, BudgetBook book)
    {
        if (!TryReadId(context.RouteText("id"), out var project) || await book.Projects.FindAsync(project, context.RequestAborted) is null)
        {
            return Unknown();
        }

        if (!TableRequest.TryReadAllPages(context.Request.Query, ProjectSection.ItemColumns, out var request, out var error))
        {
            return ApiJson.Refusal(StatusCodes.Status400BadRequest, error);
        }

        var page = await book.Projects.ListItemsAsync(project, request.Query, context.RequestAborted);
        return CsvText.Reply(
            string.Create(CultureInfo.InvariantCulture, $"project-{project}-items.csv"),
            ["Name", "Quantity", "Unit Cost", "Line Cost", "URL", "Notes", "Active"],
            page.Rows.Select(row => new object?[] { row.Name, row.Quantity, row.UnitCost, row.Cost, row.Url, row.Notes, row.IsActive == true }));
    }

    private static bool TryReadId(string text, out int id) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);

    private static IResult Unknown() => ApiJson.Refusal(StatusCodes.Status404NotFound, "Error: there is no such Project");
}
