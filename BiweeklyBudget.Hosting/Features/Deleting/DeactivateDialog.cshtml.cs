using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Deleting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Deleting;

/// <summary>Asks before a record that cannot be deleted is made inactive.</summary>
internal sealed class DeactivateDialogModel(BudgetBook book) : PageModel
{
    public string Kind { get; private set; } = "";

    public PlannedDeletion Chosen { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string kind, int id, CancellationToken cancellationToken)
    {
        if (DeletedWords.Kind(kind) is not { } known || known is not (RecordKind.Account or RecordKind.Budget or RecordKind.ScheduledTransaction or RecordKind.Vehicle))
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Kind = kind;
        Chosen = (await book.Deleting.PlanAsync(Deletion.Of(known, id), cancellationToken))[0];
        return Chosen.CanBeDeactivated ? Page() : StatusCode(StatusCodes.Status404NotFound);
    }
}
