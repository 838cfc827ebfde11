using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Hosting.Api;
using Microsoft.AspNetCore.Http.Features;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>
/// An uploaded statement (spec/bank-data.md §2.5): a form with a file, or JSON with the file's bytes in base64. Either
/// <see cref="Upload"/> holds it or <see cref="Refusal"/> is the reply to give.
/// </summary>
internal sealed class StatementBody
{
    /// <summary>Bytes of a form with a file: the file and what is around it. Up to here it stays in memory and leaves no file behind.</summary>
    public const int FormLimit = StatementUpload.LargestFile + (64 * 1024);
    private const int JsonLimit = (StatementUpload.LargestFile / 3 * 4) + (64 * 1024);
    private const string WrongKeys = "Invalid or missing JSON keys.";
    private const string TooLarge = "Exception: the file is larger than 10 MiB.";

    private StatementBody(StatementUpload? upload, IResult? refusal)
    {
        Upload = upload!;
        Refusal = refusal;
    }

    /// <summary>The upload; null when it is refused.</summary>
    public StatementUpload Upload { get; }

    /// <summary>The reply to a body that cannot be taken; otherwise null.</summary>
    public IResult? Refusal { get; }

    /// <summary>Reads the body.</summary>
    public static async Task<StatementBody> ReadAsync(HttpContext context)
    {
        // The server's own limit may be lower than what base64 needs.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = JsonLimit;
        }

        return context.Request.HasFormContentType ? await ReadFormAsync(context.Request, context.RequestAborted) : await ReadJsonAsync(context.Request, context.RequestAborted);
    }

    private static async Task<StatementBody> ReadFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > FormLimit)
        {
            return Refused(TooLarge, StatusCodes.Status413PayloadTooLarge);
        }

        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(new FormOptions { MemoryBufferThreshold = FormLimit, MultipartBodyLengthLimit = FormLimit, BufferBodyLengthLimit = FormLimit, ValueCountLimit = 32 }, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return Refused("Exception: the form could not be read: it is damaged or broken off.", StatusCodes.Status400BadRequest);
        }

        var file = form.Files.GetFile("ofx");
        if (file is null || !int.TryParse(form["acct_id"], NumberStyles.None, CultureInfo.InvariantCulture, out var account))
        {
            return Refused(WrongKeys);
        }

        int? statement = int.TryParse(form["statement"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var name = form.TryGetValue("filename", out var given) && given.Count > 0 ? given.ToString() : file.FileName;
        bool? turnsRound = form["turn_round"].ToString() switch { "true" => true, "false" => false, _ => null };
        return Read(account, name, form["mtime"].ToString() is { Length: > 0 } time ? time : null, file.OpenReadStream(), statement, turnsRound);
    }

    private static async Task<StatementBody> ReadJsonAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(request, cancellationToken, JsonLimit);
        if (body.Refusal is not null)
        {
            return (body.Refusal as IStatusCodeHttpResult)?.StatusCode == StatusCodes.Status413PayloadTooLarge ? Refused(TooLarge, StatusCodes.Status413PayloadTooLarge) : Refused(WrongKeys);
        }

        try
        {
            return ReadJson(body.Json);
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair is correct JSON and no text.
            return Refused("Exception: the request holds text that is not valid Unicode.");
        }
    }

    private static StatementBody ReadJson(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object
            || !json.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal).SequenceEqual(["acct_id", "filename", "mtime", "ofx"])
            || json.GetProperty("acct_id") is not { ValueKind: JsonValueKind.Number } acctId || !acctId.TryGetInt32(out var account)
            || json.GetProperty("filename") is not { ValueKind: JsonValueKind.String } name
            || json.GetProperty("mtime") is not { ValueKind: JsonValueKind.String or JsonValueKind.Null } time
            || json.GetProperty("ofx") is not { ValueKind: JsonValueKind.String } ofx)
        {
            return Refused(WrongKeys);
        }

        return ofx.TryGetBytesFromBase64(out var bytes) ? Read(account, name.GetString()!, time.GetString(), new MemoryStream(bytes), statement: null) : Refused("Unable to b64decode \"ofx\" field.");
    }

    private static StatementBody Read(int account, string fileName, string? time, Stream content, int? statement, bool? turnsRound = null)
    {
        DateTimeOffset parsed = default;
        if (time is not null && !DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out parsed))
        {
            return Refused("Exception: \"mtime\" is not a time such as 2017-07-28T05:30:00Z.");
        }

        return new StatementBody(new StatementUpload { AccountId = account, FileName = fileName, FileTime = time is null ? null : parsed.UtcDateTime, Content = content, Statement = statement, TurnsAmountsRound = turnsRound }, refusal: null);
    }

    private static StatementBody Refused(string message, int status = StatusCodes.Status400BadRequest) => new(upload: null, StatementReply.Refusal(message, status));
}
