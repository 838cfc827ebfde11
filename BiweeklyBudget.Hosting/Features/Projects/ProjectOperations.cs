using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>What the routes of projects are for.</summary>
internal static class ProjectOperations
{
    private const string Searched = "name and notes";
    private const string ItemsSearched = "name, notes and URL";

    private static Parameter Id => new("id", Schemas.Id, "The project's id, in digits.", "1");

    public static Operation Save() => WithId("The project's id.", FormOperation.Of(
        "saveProject",
        Chapters.Projects,
        "Add, change, activate or deactivate a project",
        "A project is a list of costs; it moves no money. To `add` takes name, notes and budget, and the new project is active; to `edit` overwrites all that the project has; `activate` and `deactivate` change nothing else of it.",
        [
            Field.OfWords("action", "What is to be done.", "add", "edit", "activate", "deactivate").Required,
            new("id", Schemas.RowId, "The project, unless one is added."),
            Field.OfText("name", "No other project has it. Not for `activate` and `deactivate`.", 40),
            Field.OfText("notes", "Blank for none. A first word that is the address of a public Amazon wish list connects the project with it (`wishlist2project`)."),
            Field.OfReference("standing_budget_id", "The standing budget that pays for it; without it, or `None`, none does."),
            Field.OfFlag("is_active", "Of `edit`: whether the project is going on; it is when this is left out."),
        ],
        """{"action": "add", "name": "Deck", "notes": "behind the house", "standing_budget_id": "4"}"""));

    public static Operation SaveItem() => WithId("The item's id.", FormOperation.Of(
        "saveProjectItem",
        Chapters.Projects,
        "Add or change an item of a project",
        "Quantity times unit cost counts for the project's total, and for its remaining cost while the item is active.",
        [
            Field.Key("item"),
            Field.OfNumber("project_id", "The project.").Required,
            Field.OfText("name", "What it is.").Required,
            Field.OfText("notes", "Blank for none."),
            Field.OfNumber("quantity", "0 or more.").Required,
            Field.OfAmount("unit_cost", "What one costs, 0 or more.").Required,
            Field.OfText("url", "Where to buy it: an address that begins with http:// or https://. Blank for none."),
            Field.OfFlag("is_active", "Whether it is still to be bought; it is when this is left out."),
        ],
        """{"project_id": "1", "name": "Board", "quantity": "12", "unit_cost": "8.95", "url": "https://example.com/board"}"""));

    public static Operation Import() => FormOperation.Of(
        "importProjectItems",
        Chapters.Projects,
        "Import items of a project",
        "All lines or none. A line is about the item that has its URL or name, or about a new one; the same file a second time changes nothing.",
        [
            Field.OfReference("project_id", "The project.").Required,
            new("csv", Schemas.Text, "The text: the first line names the columns, Name and as you like Quantity, Unit Cost, URL, Notes, Active. Commas, semicolons or tabs separate; at most 5,000 lines.", IsRequired: true),
            Field.OfNumber("expected_new", "How many items will be new; nothing is imported when it is another number."),
            Field.OfNumber("expected_changed", "How many items will change; nothing is imported when it is another number."),
        ],
        """{"project_id": "1", "csv": "Name,Quantity,Unit Cost\nScrew,100,0.05\n"}""");

    public static Operation Find() => ReadOperation.OfRecord<ProjectJson>("findProject", Chapters.Projects, "Read a project");

    public static Operation FindItem() => ReadOperation.OfRecord<ProjectItemJson>("findProjectItem", Chapters.Projects, "Read an item of a project");

    public static Operation Table() => TableOperation.Of<ProjectRowJson>("listProjects", Chapters.Projects, "List projects", Searched, ProjectSection.Columns);

    public static Operation Items()
    {
        var table = TableOperation.Of<ProjectItemRowJson>("listProjectItems", Chapters.Projects, "List the items of a project", ItemsSearched, ProjectSection.ItemColumns);
        return table with { Parameters = [Id, .. table.Parameters], Answers = [.. table.Answers, Answer.Refusal(StatusCodes.Status404NotFound, "The id is no number.")] };
    }

    public static Operation Download() => TableOperation.OfDownload("downloadProjects", Chapters.Projects, "Download projects as CSV", Searched, ProjectSection.Columns);

    public static Operation DownloadItems()
    {
        var table = TableOperation.OfDownload("downloadProjectItems", Chapters.Projects, "Download the items of a project as CSV", ItemsSearched, ProjectSection.ItemColumns);
        return table with { Parameters = [Id, .. table.Parameters], Answers = [.. table.Answers, Answer.Refusal(StatusCodes.Status404NotFound, "There is no such project.")] };
    }

    private static Operation WithId(string text, Operation form) => form with { Answers = [FormOperation.Reply() with { Extras = new Dictionary<string, string> { ["id"] = text } }] };
}
