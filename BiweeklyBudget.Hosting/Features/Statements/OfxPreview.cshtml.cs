using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Hosting.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>
/// The preview of one uploaded file, as a part of the page: a form with the file (<c>ofx</c>), its name, and the accounts that the
/// user has chosen (<c>account-0</c>, <c>account-1</c> …, by statement). Nothing is stored.
/// </summary>
/// <remarks>No token: requests from other sites are refused before they come here.</remarks>
[IgnoreAntiforgeryToken]
internal sealed class OfxPreviewModel(BudgetBook book, FormChoices choices) : PageModel
{
    /// <summary>Rows of a statement that are shown; all are counted.</summary>
    public const int Shown = 200;

    private const string Choice = "account-";

    public string FileName { get; private set; } = "";

    public FilePreview Preview { get; private set; } = null!;

    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FormAsync(cancellationToken) is not { } form || form.Files.GetFile("ofx") is not { } file)
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        FileName = form["filename"].ToString() is { Length: > 0 } name ? name : file.FileName;
        await using var content = file.OpenReadStream();
        Preview = await book.Statements.PreviewAsync(FileName, content, Chosen(form), cancellationToken);
        return Page();
    }

    /// <summary>The accounts to choose from.</summary>
    public Task<IReadOnlyList<SelectListItem>> AccountsAsync(StatementPreview statement) => choices.AccountsAsync(statement.AccountId, HttpContext.RequestAborted);

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

    private static Dictionary<int, int> Chosen(IFormCollection form)
    {
        var chosen = new Dictionary<int, int>();
        foreach (var (name, value) in form.Where(field => field.Key.StartsWith(Choice, StringComparison.Ordinal)))
        {
            if (int.TryParse(name[Choice.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var statement) && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var account))
            {
                chosen[statement] = account;
            }
        }

        return chosen;
    }
}
