using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Reconciling;

/// <summary>The form that takes a reconciliation back. It has one field, <c>id</c>, and no counterpart in upstream.</summary>
internal sealed class UndoReconciliationForm : Form<UndoReconciliationForm.Choice, (int Id, string? Name)>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string> { [nameof(Choice.Id)] = "id" };

    protected override Choice Read(FieldReader fields) => new(fields.Reference("id", "Reconciliation cannot be empty") ?? 0);

    protected override async Task<Outcome<(int Id, string? Name)>> SaveAsync(BudgetBook book, Choice command, CancellationToken cancellationToken)
    {
        var found = await book.Reconciling.FindAsync(command.Id, cancellationToken);
        return (await book.Reconciling.UndoAsync(command.Id, cancellationToken)).With(id => (id, found?.Transaction?.Title ?? found?.BankTransaction?.Name));
    }

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, Choice command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Problem>>([]);

    protected override string Success(Choice command, (int Id, string? Name) saved) => $"Successfully undid reconciliation {saved.Id}.";

    protected override string? Words(Choice command, (int Id, string? Name) saved) => string.IsNullOrWhiteSpace(saved.Name) ? "Not reconciled any more." : $"{PlainWords.Short(saved.Name)} is not reconciled any more.";

    /// <param name="Id">The reconciliation.</param>
    internal sealed record Choice(int Id);
}
