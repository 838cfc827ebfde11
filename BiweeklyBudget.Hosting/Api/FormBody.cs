using System.Text;
using Microsoft.Net.Http.Headers;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>
/// The fields of a form (spec/http-api.md §1, Request body): a JSON object when the content type says JSON, otherwise
/// form-encoded fields. Either <see cref="Form"/> holds them or <see cref="Refusal"/> is the reply to give.
/// </summary>
internal sealed class FormBody
{
    /// <summary>A field of forms that a browser sends without script: the name of a flag that is off when it is not sent.</summary>
    public const string Flags = "bb_flags";

    private FormBody(FormValues form, IResult? refusal)
    {
        Form = form;
        Refusal = refusal;
    }

    /// <summary>The fields; none when refused.</summary>
    public FormValues Form { get; }

    /// <summary>413 or 400; null when <see cref="Form"/> holds the fields.</summary>
    public IResult? Refusal { get; }

    /// <summary>Reads the body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static async Task<FormBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(request, cancellationToken);
        if (body.Refusal is { } refusal)
        {
            return new FormBody([], refusal);
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            // A request without a body needs no type; one with a type that is none does.
            return body.Text.IsEmpty && string.IsNullOrEmpty(request.ContentType) ? new FormBody([], refusal: null) : Refused("The request needs a JSON object or form-encoded fields.");
        }

        if (type.Charset.HasValue && HeaderUtilities.RemoveQuotes(type.Charset).Value?.ToUpperInvariant() is not ("UTF-8" or "UTF8" or "US-ASCII"))
        {
            return Refused("The request's body must be UTF-8.");
        }

        var media = type.MediaType.Value?.ToLowerInvariant() ?? "";
        return media switch
        {
            "application/json" => FromJson(body.Text),
            "application/x-www-form-urlencoded" => FromPairs(body.Text),
            _ when media.EndsWith("+json", StringComparison.Ordinal) => FromJson(body.Text),
            _ => Refused("The request needs a JSON object or form-encoded fields."),
        };
    }

    private static FormBody FromJson(ReadOnlyMemory<byte> text)
    {
        var body = JsonBody.Parse(text);
        if (body.Refusal is { } refusal)
        {
            return new FormBody([], refusal);
        }

        return FormValues.TryRead(body.Json, out var form) ? new FormBody(form, refusal: null) : Refused("The request's JSON must be an object.");
    }

    private static FormBody FromPairs(ReadOnlyMemory<byte> text) =>
        FormEncoding.TryDecode(Encoding.UTF8.GetString(text.Span), out var pairs) ? new FormBody(FormValues.FromPairs(WithFlags([.. pairs])), refusal: null) : Refused("The request's fields are not valid UTF-8.");

    private static IEnumerable<KeyValuePair<string, string?>> WithFlags(List<KeyValuePair<string, string?>> pairs)
    {
        var off = pairs.Where(pair => pair.Key == Flags).Select(pair => pair.Value ?? "").Except(pairs.Select(pair => pair.Key), StringComparer.Ordinal);
        return pairs.Where(pair => pair.Key != Flags).Concat(off.Select(flag => KeyValuePair.Create<string, string?>(flag, "false")));
    }

    private static FormBody Refused(string message) => new([], ApiJson.Refusal(StatusCodes.Status400BadRequest, message));
}
