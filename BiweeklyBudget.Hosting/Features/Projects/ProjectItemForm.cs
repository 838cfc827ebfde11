using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>The form of a line of a bill of materials (spec/http-api.md §15.2).</summary>
internal sealed class ProjectItemForm : Form<ProjectItemChange, int>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(ProjectItemChange.Id)] = "id",
        [nameof(ProjectItemChange.ProjectId)] = "project_id",
        [nameof(ProjectItemChange.Name)] = "name",
        [nameof(ProjectItemChange.Notes)] = "notes",
        [nameof(ProjectItemChange.Quantity)] = "quantity",
        [nameof(ProjectItemChange.UnitCost)] = "unit_cost",
        [nameof(ProjectItemChange.Url)] = "url",
        [nameof(ProjectItemChange.IsActive)] = "is_active",
    };

    protected override ProjectItemChange Read(FieldReader fields) => new()
    {
        Id = fields.RowId(),
        ProjectId = fields.WholeNumber("project_id") ?? 0,
        Name = fields.Text("name"),
        Notes = fields.Text("notes"),
        Quantity = fields.WholeNumber("quantity") ?? 0,
        UnitCost = fields.Cost("unit_cost") ?? 0m,
        Url = fields.TextOrNull("url"),
        IsActive = fields.Flag("is_active") ?? true,
    };

    protected override Task<Outcome<int>> SaveAsync(BudgetBook book, ProjectItemChange command, CancellationToken cancellationToken) => book.Projects.SaveItemAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, ProjectItemChange command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.Projects.CheckAsync(command, unknown, cancellationToken);

    protected override string Success(ProjectItemChange command, int saved) => $"Successfully saved BoMItem {saved} in database.";

    protected override string? Words(ProjectItemChange command, int saved) => PlainWords.Saved(command.Name);

    protected override IDictionary<string, object?> Extras(int saved) => ProjectForm.Extras(saved);
}
