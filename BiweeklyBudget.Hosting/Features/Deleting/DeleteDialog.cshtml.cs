using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Deleting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Deleting;

/// <summary>Asks before records are deleted: what they are, what goes along, and why some of them cannot go.</summary>
internal sealed class DeleteDialogModel(BudgetBook book) : PageModel
{
    public RecordKind Kind { get; private set; }

    /// <summary>What was chosen.</summary>
    public IReadOnlyList<PlannedDeletion> Chosen { get; private set; } = [];

    /// <summary>What can go.</summary>
    public IReadOnlyList<PlannedDeletion> Deletable => [.. Chosen.Where(planned => planned.Obstacle is null)];

    /// <summary>What cannot.</summary>
    public IReadOnlyList<PlannedDeletion> Staying => [.. Chosen.Where(planned => planned.Obstacle is not null)];

    public async Task<IActionResult> OnGetAsync(string kind, string? ids, CancellationToken cancellationToken)
    {
        if (DeletedWords.Kind(kind) is not { } known)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Kind = known;
        var deletion = new Deletion { Kind = known, Keys = [.. DeletedWords.Keys(known, ids ?? "").Distinct(StringComparer.Ordinal)] };
        try
        {
            Chosen = await book.Deleting.PlanAsync(deletion, cancellationToken);
        }
        catch (ArgumentException)
        {
            // An address that somebody wrote: there are no such records.
            return StatusCode(StatusCodes.Status404NotFound);
        }

        return Page();
    }
}
