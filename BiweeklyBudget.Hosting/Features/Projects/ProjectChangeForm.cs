using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>What adding and editing a project have in common.</summary>
internal abstract class ProjectChangeForm : Form<ProjectChange, int>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(ProjectChange.Id)] = "id",
        [nameof(ProjectChange.Name)] = "name",
        [nameof(ProjectChange.Notes)] = "notes",
        [nameof(ProjectChange.StandingBudgetId)] = "standing_budget_id",
        [nameof(ProjectChange.IsActive)] = "is_active",
    };

    protected static ProjectChange New(FieldReader fields) => new()
    {
        Name = fields.Text("name"),
        Notes = fields.Text("notes"),
        StandingBudgetId = fields.IsNone("standing_budget_id") ? null : fields.Reference("standing_budget_id", ""),
    };

    protected override Task<Outcome<int>> SaveAsync(BudgetBook book, ProjectChange command, CancellationToken cancellationToken) => book.Projects.SaveAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, ProjectChange command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.Projects.CheckAsync(command, unknown, cancellationToken);

    protected override string Success(ProjectChange command, int saved) => ProjectForm.Success(saved);

    protected override string? Words(ProjectChange command, int saved) => PlainWords.Saved(command.Name);

    protected override IDictionary<string, object?> Extras(int saved) => ProjectForm.Extras(saved);
}
