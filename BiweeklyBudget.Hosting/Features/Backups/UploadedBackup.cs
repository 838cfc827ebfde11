using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace BiweeklyBudget.Hosting.Features.Backups;

/// <summary>Takes an uploaded backup into a private folder as it comes in; nothing of it is in memory, and nothing that was sent becomes part of a path.</summary>
internal static class UploadedBackup
{
    /// <summary>Most bytes of a request.</summary>
    public const long MostBytes = 1L << 30;

    private const int LongestPassphrase = 1024;

    /// <summary>Takes it.</summary>
    /// <param name="context">The request: <c>multipart/form-data</c> with the fields <c>file</c> and <c>passphrase</c>.</param>
    /// <param name="folder">Where to.</param>
    /// <returns>The passphrase, null for none; or that there was no file.</returns>
    /// <exception cref="BadHttpRequestException">The request is none of that kind, or too large.</exception>
    public static async Task<(bool HasFile, string? Passphrase)> TakeAsync(HttpContext context, PrivateFolder folder)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
        {
            throw new BadHttpRequestException("A backup is sent as multipart/form-data.");
        }

        var (hasFile, passphrase) = (false, (string?)null);
        var reader = new MultipartReader(boundary, context.Request.Body) { BodyLengthLimit = MostBytes };
        while (await ReadAsync(reader, context.RequestAborted) is { } section)
        {
            var name = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) ? HeaderUtilities.RemoveQuotes(disposition.Name).Value : null;
            if (name == "file" && !hasFile)
            {
                hasFile = await StoreAsync(section.Body, folder.File, context.RequestAborted);
            }
            else if (name == "passphrase")
            {
                passphrase = await TextAsync(section.Body, context.RequestAborted);
            }
        }

        return (hasFile, passphrase is { Length: > 0 } ? passphrase : null);
    }

    private static async Task<MultipartSection?> ReadAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            throw new BadHttpRequestException("The upload is broken or too large.", exception);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The upload ended early.", exception);
        }
    }

    private static async Task<bool> StoreAsync(Stream body, string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous });
        try
        {
            await body.CopyToAsync(file, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            throw new BadHttpRequestException("The upload is too large.", StatusCodes.Status413PayloadTooLarge, exception);
        }

        return file.Length > 0;
    }

    private static async Task<string> TextAsync(Stream body, CancellationToken cancellationToken)
    {
        var bytes = new byte[LongestPassphrase];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return length < bytes.Length ? Encoding.UTF8.GetString(bytes, 0, length) : throw new BadHttpRequestException("The passphrase is too long.");
    }
}
