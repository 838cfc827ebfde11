using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>The form that removes an item. It has one field, <c>id</c>, and no counterpart in upstream.</summary>
internal sealed class DeleteProjectItemForm : Form<DeleteProjectItemForm.Choice, int>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string> { [nameof(Choice.Id)] = "id" };

    protected override Choice Read(FieldReader fields) => new(fields.Reference("id", "Item cannot be empty") ?? 0);

    protected override Task<Outcome<int>> SaveAsync(BudgetBook book, Choice command, CancellationToken cancellationToken) => book.Projects.DeleteItemAsync(command.Id, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, Choice command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Problem>>([]);

    protected override string Success(Choice command, int saved) => $"Successfully deleted BoMItem {saved}.";

    protected override IDictionary<string, object?> Extras(int saved) => ProjectForm.Extras(saved);

    /// <param name="Id">The item.</param>
    internal sealed record Choice(int Id);
}
