using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Reconciling;

/// <summary>The form that takes a reconciliation back. It has one field, <c>id</c>, and no counterpart in upstream.</summary>
internal sealed class UndoReconciliationForm : Form<UndoReconciliationForm.Choice, int>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string> { [nameof(Choice.Id)] = "id" };

    protected override Choice Read(FieldReader fields) => new(fields.Reference("id", "Reconciliation cannot be empty") ?? 0);

    protected override Task<Outcome<int>> SaveAsync(BudgetBook book, Choice command, CancellationToken cancellationToken) => book.Reconciling.UndoAsync(command.Id, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, Choice command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Problem>>([]);

    protected override string Success(Choice command, int saved) => $"Successfully undid reconciliation {saved}.";

    /// <param name="Id">The reconciliation.</param>
    internal sealed record Choice(int Id);
}
