using System.Text.Json;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>A request's body as JSON, whatever its content type says; or the reply to give when it is none.</summary>
internal sealed class JsonBody
{
    // No request nests deeper than 6.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    private JsonBody(JsonElement json, IResult? refusal)
    {
        Json = json;
        Refusal = refusal;
    }

    /// <summary>The body; undefined when it is refused.</summary>
    public JsonElement Json { get; }

    /// <summary>413 or 400; null when <see cref="Json"/> holds the body.</summary>
    public IResult? Refusal { get; }

    /// <summary>Reads and parses the body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <param name="limit">Most bytes.</param>
    public static async Task<JsonBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken, int limit = RequestBody.Limit)
    {
        var body = await RequestBody.ReadAsync(request, cancellationToken, limit);
        return body.Refusal is { } refusal ? new JsonBody(default, refusal) : Parse(body.Text);
    }

    /// <summary>Parses a body that was read.</summary>
    /// <param name="text">UTF-8.</param>
    public static JsonBody Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return new JsonBody(document.RootElement.Clone(), refusal: null);
        }
        catch (JsonException)
        {
            return new JsonBody(default, ApiJson.Refusal(StatusCodes.Status400BadRequest, "Error parsing JSON"));
        }
    }
}
