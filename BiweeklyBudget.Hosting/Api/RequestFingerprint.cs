using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using BiweeklyBudget.Core.Statements;
using Microsoft.AspNetCore.Http.Features;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>
/// What tells a request from others: method, address and what is in the body. Of a form with files the parts count and not the bytes: their separator is
/// another one each time a browser sends the same form.
/// </summary>
internal static class RequestFingerprint
{
    /// <summary>Most bytes of a body: more than any route takes (a statement in base64), so what is larger is refused later.</summary>
    public const int Limit = (StatementUpload.LargestFile / 3 * 4) + (128 * 1024);

    private const int FormLimit = StatementUpload.LargestFile + (64 * 1024);

    // Up to here a body stays in memory; only files are larger.
    private const int InMemory = RequestBody.Limit;

    /// <summary>Reads the body, which can be read once more afterwards.</summary>
    /// <returns>A text; null when the body is too large or cannot be read, so that nothing will be saved by it.</returns>
    public static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // The server's own limit may be lower than what a statement needs.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false, MaxRequestBodySize: < Limit } limit)
        {
            limit.MaxRequestBodySize = Limit;
        }

        if (request.ContentLength > Limit)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var isRead = IsMultipart(request) ? await AddPartsAsync(hash, request, cancellationToken) : await AddBytesAsync(hash, request, cancellationToken);
        return isRead ? $"{request.Method} {request.Path}{request.QueryString} {Convert.ToHexStringLower(hash.GetHashAndReset())}" : null;
    }

    private static bool IsMultipart(HttpRequest request) => request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    private static async Task<bool> AddBytesAsync(IncrementalHash hash, HttpRequest request, CancellationToken cancellationToken)
    {
        request.EnableBuffering(InMemory, Limit);
        try
        {
            return await AddAsync(hash, request.Body, cancellationToken);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            // It has no length and is longer than the limit.
            return false;
        }
        finally
        {
            request.Body.Position = 0;
        }
    }

    private static async Task<bool> AddPartsAsync(IncrementalHash hash, HttpRequest request, CancellationToken cancellationToken)
    {
        IFormCollection form;
        try
        {
            // The route gets the same form: it is read once.
            form = await request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = FormLimit, BufferBodyLengthLimit = FormLimit, ValueCountLimit = 32 }, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return false;
        }

        foreach (var (name, values) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            Add(hash, name);
            Add(hash, values.ToString());
        }

        foreach (var file in form.Files)
        {
            Add(hash, file.Name);
            Add(hash, file.FileName);
            await using var content = file.OpenReadStream();
            Add(hash, content.Length);
            await AddAsync(hash, content, cancellationToken);
        }

        return true;
    }

    private static async Task<bool> AddAsync(IncrementalHash hash, Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, count);
        }

        return true;
    }

    // With its length, so that no two lists of texts are the same bytes.
    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Add(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, long length)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, length);
        hash.AppendData(bytes);
    }
}
