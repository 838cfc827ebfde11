using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>The form that takes a file of items into a project, as the preview showed it. It has no counterpart in upstream.</summary>
internal sealed class ProjectImportForm : Form<ProjectItemImport, ImportedItems>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(ProjectItemImport.ProjectId)] = "project_id",
        [nameof(ProjectItemImport.Text)] = "csv",
        [nameof(ProjectItemImport.ExpectedNew)] = "expected_new",
        [nameof(ProjectItemImport.ExpectedChanged)] = "expected_changed",
    };

    protected override ProjectItemImport Read(FieldReader fields) => new()
    {
        ProjectId = fields.Reference("project_id", "Project cannot be empty") ?? 0,
        Text = fields.VerbatimText("csv"),
        ExpectedNew = fields.IsBlank("expected_new") ? null : fields.WholeNumber("expected_new"),
        ExpectedChanged = fields.IsBlank("expected_changed") ? null : fields.WholeNumber("expected_changed"),
    };

    protected override Task<Outcome<ImportedItems>> SaveAsync(BudgetBook book, ProjectItemImport command, CancellationToken cancellationToken) => book.Projects.ImportItemsAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, ProjectItemImport command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.Projects.CheckAsync(command, unknown, cancellationToken);

    protected override string Success(ProjectItemImport command, ImportedItems saved) =>
        string.Create(CultureInfo.InvariantCulture, $"Successfully imported into Project {command.ProjectId}: {saved.Added} new, {saved.Changed} changed, {saved.Unchanged} as before.");

    protected override string? Words(ProjectItemImport command, ImportedItems saved) => string.Create(CultureInfo.InvariantCulture, $"Imported: {saved.Added} new, {saved.Changed} changed, {saved.Unchanged} as before.");
}
