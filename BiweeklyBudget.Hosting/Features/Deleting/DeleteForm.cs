using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Deleting;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Deleting;

/// <summary>The form that deletes records: <c>kind</c> and <c>ids</c>. It has no counterpart in upstream.</summary>
internal sealed class DeleteForm : Form<Deletion, (int Count, string? Name)>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string> { [nameof(Deletion.Kind)] = "kind", [nameof(Deletion.Keys)] = "ids" };

    protected override Deletion Read(FieldReader fields)
    {
        var kind = DeletedWords.Kind(fields.Text("kind"));
        if (kind is null && !fields.Errors.Of("kind"))
        {
            fields.Errors.Add("kind", $"Please say what is to be deleted: one of {string.Join(", ", DeletedWords.All)}.");
        }

        var ids = fields.Text("ids");
        return new Deletion { Kind = kind ?? RecordKind.Transaction, Keys = DeletedWords.Keys(kind ?? RecordKind.Transaction, ids) };
    }

    // The name of a single one is read before: afterwards it is gone.
    protected override async Task<Outcome<(int Count, string? Name)>> SaveAsync(BudgetBook book, Deletion command, CancellationToken cancellationToken)
    {
        var name = command.Keys.Count == 1 && !IsOfAnother(command.Kind) ? await NameAsync(book, command, cancellationToken) : null;
        return (await book.Deleting.DeleteAsync(command, cancellationToken)).With(count => (count, name));
    }

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, Deletion command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) => book.Deleting.CheckAsync(command, unknown, cancellationToken);

    protected override string Success(Deletion command, (int Count, string? Name) saved) =>
        saved.Count == 1 ? $"The {DeletedWords.Text(command.Kind, 1)} was deleted." : $"{DeletedWords.Text(command.Kind, saved.Count)} were deleted.";

    protected override string? Words(Deletion command, (int Count, string? Name) saved) => string.IsNullOrWhiteSpace(saved.Name) ? null : PlainWords.Done("Deleted", saved.Name);

    // What it is called by is the account's name, or the vehicle's, which stays.
    private static bool IsOfAnother(RecordKind kind) => kind is RecordKind.AccountBalance or RecordKind.BankTransaction or RecordKind.FuelFill;

    private static async Task<string?> NameAsync(BudgetBook book, Deletion command, CancellationToken cancellationToken)
    {
        try
        {
            return (await book.Deleting.PlanAsync(command, cancellationToken))[0].Name;
        }
        catch (ArgumentException)
        {
            // What is wrong with the command is said by the deletion itself.
            return null;
        }
    }
}
