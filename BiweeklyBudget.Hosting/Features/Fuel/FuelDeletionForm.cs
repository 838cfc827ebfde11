using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Fuel;

/// <summary>The form that deletes a fill or a vehicle. It has one field, <c>id</c>, and no counterpart in upstream.</summary>
/// <param name="what">What is deleted, as messages call it.</param>
/// <param name="delete">Deletes it.</param>
internal sealed class FuelDeletionForm(string what, Func<BudgetBook, int, CancellationToken, Task<Outcome<int>>> delete) : Form<FuelDeletionForm.Choice, int>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string> { [nameof(Choice.Id)] = "id" };

    protected override Choice Read(FieldReader fields) => new(fields.Reference("id", $"{what} cannot be empty") ?? 0);

    protected override Task<Outcome<int>> SaveAsync(BudgetBook book, Choice command, CancellationToken cancellationToken) => delete(book, command.Id, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, Choice command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Problem>>([]);

    protected override string Success(Choice command, int saved) => $"Successfully deleted {what} {saved}.";

    /// <param name="Id">What is deleted.</param>
    internal sealed record Choice(int Id);
}
