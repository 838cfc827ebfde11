using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.History;

/// <summary>The form that takes a change back. It has one field, <c>id</c>, and no counterpart in upstream.</summary>
internal sealed class UndoForm : Form<UndoForm.Choice, TakenBack>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string> { [nameof(Choice.Id)] = "id" };

    protected override Choice Read(FieldReader fields) => new(fields.Reference("id", "Change cannot be empty") ?? 0);

    protected override async Task<Outcome<TakenBack>> SaveAsync(BudgetBook book, Choice command, CancellationToken cancellationToken)
    {
        switch (await book.Changes.UndoAsync(command.Id, cancellationToken))
        {
            case Outcome<long>.Saved saved:
                var what = await book.Changes.FindAsync(command.Id, cancellationToken) is { } change ? ChangeWords.Title(change) : "";
                return new Outcome<TakenBack>.Saved(new TakenBack(saved.Value, what));
            case Outcome<long>.Refused refused:
                return new Outcome<TakenBack>.Refused(refused.Reason);
            case var other:
                throw new InvalidOperationException($"{other} is no outcome of taking a change back.");
        }
    }

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, Choice command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Problem>>([]);

    protected override string Success(Choice command, TakenBack saved) => $"Taken back: {saved.What}.";

    /// <param name="Id">The change.</param>
    internal sealed record Choice(int Id);
}
