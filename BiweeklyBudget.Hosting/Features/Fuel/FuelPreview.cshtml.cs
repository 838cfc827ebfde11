using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Fuel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Fuel;

/// <summary>What an import of a file of fills would do, as a part of its dialog: a form with the file's text (<c>csv</c>). Nothing is stored.</summary>
/// <remarks>No token: requests from other sites are refused before they come here.</remarks>
[IgnoreAntiforgeryToken]
internal sealed class FuelPreviewModel(BudgetBook book) : PageModel
{
    /// <summary>Lines that are shown; all are counted.</summary>
    public const int Shown = 200;

    public FuelImportPreview Preview { get; private set; } = null!;

    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FormAsync(cancellationToken) is not { } form || !form.TryGetValue("csv", out var text))
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        Preview = await book.Fuel.PreviewAsync(text.ToString(), cancellationToken);
        return Page();
    }

    /// <summary>The submitted form; null when the body is none.</summary>
    private async Task<IFormCollection?> FormAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Request.HasFormContentType ? await Request.ReadFormAsync(cancellationToken) : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return null;
        }
    }
}
