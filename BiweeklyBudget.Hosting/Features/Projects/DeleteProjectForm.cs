using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>The form that removes a project with its items. It has one field, <c>id</c>, and no counterpart in upstream.</summary>
internal sealed class DeleteProjectForm : Form<DeleteProjectForm.Choice, DeletedProject>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string> { [nameof(Choice.Id)] = "id" };

    protected override Choice Read(FieldReader fields) => new(fields.Reference("id", "Project cannot be empty") ?? 0);

    protected override Task<Outcome<DeletedProject>> SaveAsync(BudgetBook book, Choice command, CancellationToken cancellationToken) => book.Projects.DeleteAsync(command.Id, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, Choice command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Problem>>([]);

    protected override string Success(Choice command, DeletedProject saved) => saved.Items switch
    {
        0 => $"Successfully deleted Project {saved.Id}.",
        1 => $"Successfully deleted Project {saved.Id} and its item.",
        _ => $"Successfully deleted Project {saved.Id} and its {saved.Items} items.",
    };

    protected override IDictionary<string, object?> Extras(DeletedProject saved) => ProjectForm.Extras(saved.Id);

    /// <param name="Id">The project.</param>
    internal sealed record Choice(int Id);
}
