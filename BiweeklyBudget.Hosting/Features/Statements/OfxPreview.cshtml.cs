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
[RequestFormLimits(MemoryBufferThreshold = StatementBody.FormLimit, MultipartBodyLengthLimit = StatementBody.FormLimit)]
internal sealed class OfxPreviewModel(BudgetBook book, FormChoices choices) : PageModel
{
    private const int MostShown = 1000;
    private const int MostShownOfOne = 200;

    private const string Choice = "account-";

    public string FileName { get; private set; } = "";

    public FilePreview Preview { get; private set; } = null!;

    /// <summary>Rows of a statement that are shown, fewer when there are many statements; all are counted.</summary>
    public int Shown => Math.Min(MostShownOfOne, MostShown / Math.Max(1, Preview.Statements.Count));

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

    /// <summary>The accounts to choose from. All statements share them: they are written with the first one, and with the others only their own; the page's script copies them.</summary>
    public async Task<IEnumerable<SelectListItem>> AccountsAsync(StatementPreview statement)
    {
        var accounts = await choices.AccountsAsync(statement.AccountId, HttpContext.RequestAborted);
        return statement.Number == 0 ? accounts : accounts.Where(account => account.Selected);
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
