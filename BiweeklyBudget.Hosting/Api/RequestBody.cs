using System.Text.Unicode;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>
/// The bytes of a request: at most <see cref="Limit"/> of them, and valid UTF-8. Either <see cref="Text"/> holds them or
/// <see cref="Refusal"/> is the reply to give.
/// </summary>
internal sealed class RequestBody
{
    /// <summary>Most bytes of a body: 1 MiB, far more than any form.</summary>
    public const int Limit = 1 << 20;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private RequestBody(ReadOnlyMemory<byte> text, IResult? refusal)
    {
        Text = text;
        Refusal = refusal;
    }

    /// <summary>The body in UTF-8, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    /// <summary>The reply to a body that cannot be taken; otherwise null.</summary>
    public IResult? Refusal { get; }

    /// <summary>Reads the body.</summary>
    /// <param name="request">The request; its body is read once.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <param name="limit">Most bytes.</param>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken, int limit = Limit)
    {
        if (request.ContentLength > limit)
        {
            return TooLarge();
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[8192];
        int count;
        try
        {
            while ((count = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                bytes.Write(buffer, 0, count);
                if (bytes.Length > limit)
                {
                    return TooLarge();
                }
            }
        }
        catch (BadHttpRequestException exception)
        {
            return Refused(exception.StatusCode, "The request's body could not be read.");
        }

        var text = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        if (text.Span.StartsWith(ByteOrderMark))
        {
            text = text[ByteOrderMark.Length..];
        }

        return Utf8.IsValid(text.Span) ? new RequestBody(text, refusal: null) : Refused(StatusCodes.Status400BadRequest, "The request's body is not valid UTF-8.");
    }

    private static RequestBody TooLarge() => Refused(StatusCodes.Status413PayloadTooLarge, "The request's body is too large.");

    private static RequestBody Refused(int status, string message) => new(default, ApiJson.Refusal(status, message));
}
