using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>The actions <c>activate</c> and <c>deactivate</c> of the form of projects.</summary>
/// <param name="isActive">What becomes of the project.</param>
internal sealed class ActivateProjectForm(bool isActive) : Form<ProjectActivation, int>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string> { [nameof(ProjectActivation.Id)] = "id" };

    protected override ProjectActivation Read(FieldReader fields) => new(fields.RowId() ?? 0, isActive);

    protected override Task<Outcome<int>> SaveAsync(BudgetBook book, ProjectActivation command, CancellationToken cancellationToken) => book.Projects.SetActiveAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, ProjectActivation command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Problem>>([]);

    protected override string Success(ProjectActivation command, int saved) => ProjectForm.Success(saved);

    protected override string? Words(ProjectActivation command, int saved) => command.IsActive ? "The project is active now." : "The project is inactive now.";

    protected override IDictionary<string, object?> Extras(int saved) => ProjectForm.Extras(saved);
}
