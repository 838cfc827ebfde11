using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Hosting.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Saved;

/// <summary>Tells a browser without script what came of a form. What was saved is read from the record of changes, never from the address.</summary>
internal sealed class SavedModel(BudgetBook book) : PageModel
{
    /// <summary>A form that was not saved; null when one was.</summary>
    public FormReply? NotSaved { get; private set; }

    /// <summary>What was saved; null when nothing was different from before.</summary>
    public ChangeDetails? Change { get; private set; }

    /// <summary>The page that the form stood on; null when that is not known.</summary>
    public string? From { get; private set; }

    /// <summary>Reads it.</summary>
    /// <param name="change">Number of the change; null for none.</param>
    /// <param name="from">The page that the form stood on.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IActionResult> OnGetAsync(long? change, string? from, CancellationToken cancellationToken)
    {
        var shown = HttpContext.Features.Get<FormShown>();
        (NotSaved, From) = (shown?.Reply, Local(shown?.From ?? from));
        if (NotSaved is null && change is { } id)
        {
            Change = await book.Changes.FindAsync(id, cancellationToken);
            if (Change is null)
            {
                return StatusCode(StatusCodes.Status404NotFound);
            }
        }

        return Page();
    }

    // A page of ours, wherever the address came from.
    private string? Local(string? path) => path is ['/', not ('/' or '\\'), ..] && Url.IsLocalUrl(path) ? path : null;
}
