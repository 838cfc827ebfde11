using System.Globalization;
using System.Text;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Projects;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>The preview of a file of items, as a part of the page: a form with the file (<c>csv</c>) and the project (<c>project_id</c>). Nothing is stored.</summary>
/// <remarks>No token: requests from other sites are refused before they come here.</remarks>
[IgnoreAntiforgeryToken]
internal sealed class ImportPreviewModel(BudgetBook book) : PageModel
{
    /// <summary>Lines that are shown; all are counted.</summary>
    public const int Shown = 200;

    // As text in JSON it must still be less than a form may have.
    private const int LargestFile = 512 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public int ProjectId { get; private set; }

    /// <summary>The file's text, which is what is imported.</summary>
    public string Text { get; private set; } = "";

    public ItemFilePreview Preview { get; private set; } = null!;

    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FormAsync(cancellationToken) is not { } form || form.Files.GetFile("csv") is not { } file || !int.TryParse(form["project_id"], NumberStyles.None, CultureInfo.InvariantCulture, out var project))
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        if (file.Length > LargestFile)
        {
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (await book.Projects.FindAsync(project, cancellationToken) is null)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        ProjectId = project;
        Text = await TextAsync(file, cancellationToken);
        Preview = await book.Projects.PreviewItemsAsync(project, Text, cancellationToken);
        return Page();
    }

    /// <summary>UTF-8 or, by its mark, UTF-16; what is neither is of the kind that spreadsheets call ANSI.</summary>
    private static async Task<string> TextAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        try
        {
            return await ReadAsync(Strict);
        }
        catch (DecoderFallbackException)
        {
            return await ReadAsync(Encoding.Latin1);
        }

        async Task<string> ReadAsync(Encoding encoding)
        {
            bytes.Position = 0;
            using var reader = new StreamReader(bytes, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
            return await reader.ReadToEndAsync(cancellationToken);
        }
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
