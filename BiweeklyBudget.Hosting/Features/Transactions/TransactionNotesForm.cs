using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Transactions;

/// <summary>The form that writes the notes of a transaction, reconciled or not: <c>id</c> and <c>notes</c>. It has no counterpart in upstream.</summary>
internal sealed class TransactionNotesForm : Form<TransactionNotes, int>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string> { [nameof(TransactionNotes.Id)] = "id", [nameof(TransactionNotes.Notes)] = "notes" };

    protected override TransactionNotes Read(FieldReader fields) => new(fields.Reference("id", "Please say which transaction.") ?? 0, fields.Text("notes"));

    protected override Task<Outcome<int>> SaveAsync(BudgetBook book, TransactionNotes command, CancellationToken cancellationToken) => book.Transactions.SaveNotesAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, TransactionNotes command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.Transactions.CheckAsync(command, unknown, cancellationToken);

    protected override string Success(TransactionNotes command, int saved) => "The notes are saved.";
}
