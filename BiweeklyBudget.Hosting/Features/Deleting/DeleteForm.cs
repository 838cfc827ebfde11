using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Deleting;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Deleting;

/// <summary>The form that deletes records: <c>kind</c> and <c>ids</c>. It has no counterpart in upstream.</summary>
internal sealed class DeleteForm : Form<Deletion, int>
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

    protected override Task<Outcome<int>> SaveAsync(BudgetBook book, Deletion command, CancellationToken cancellationToken) => book.Deleting.DeleteAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, Deletion command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) => book.Deleting.CheckAsync(command, unknown, cancellationToken);

    protected override string Success(Deletion command, int saved) => saved == 1 ? $"The {DeletedWords.Text(command.Kind, 1)} was deleted." : $"{DeletedWords.Text(command.Kind, saved)} were deleted.";
}
