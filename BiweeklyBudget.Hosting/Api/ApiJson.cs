using System.Text.Json;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>
/// The JSON that the interface speaks (spec/http-api.md §2): snake_case names, exact decimals, dates as objects. Every reply
/// goes through here.
/// </summary>
internal static class ApiJson
{
    /// <summary>Encoding of models: dates are objects.</summary>
    public static JsonSerializerOptions Models { get; } = Options(new DateObjectConverter());

    /// <summary>Encoding of tables and charts: dates are <c>YYYY-MM-DD</c> (spec/http-api.md §2, last sentence).</summary>
    public static JsonSerializerOptions Tables { get; } = Options(new DateTextConverter());

    /// <summary>A reply with dates as objects.</summary>
    /// <typeparam name="T">Type that says what is written; derived types' additions are left out.</typeparam>
    /// <param name="value">What to write.</param>
    /// <param name="status">The status code.</param>
    public static IResult Reply<T>(T value, int status = StatusCodes.Status200OK) => TypedResults.Json(value, Models, statusCode: status);

    /// <summary>A reply of a table or chart, with dates as text.</summary>
    /// <typeparam name="T">Type that says what is written.</typeparam>
    /// <param name="value">What to write.</param>
    public static IResult TableReply<T>(T value) => TypedResults.Json(value, Tables);

    /// <summary>A refusal: <c>{"success": false, "error_message": …}</c>.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="message">A short reason without anything internal.</param>
    public static IResult Refusal(int status, string message) => Reply(FormReply.Failed(message), status);

    /// <summary>The reply for an id that no record has (spec/http-api.md §6).</summary>
    /// <param name="what">The record's kind, for example <c>Account</c>.</param>
    /// <param name="id">The id.</param>
    public static IResult NotFound(string what, int id) =>
        Refusal(StatusCodes.Status404NotFound, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Error: no {what} with ID {id}"));

    private static JsonSerializerOptions Options(System.Text.Json.Serialization.JsonConverter dates)
    {
        // Stored JSON of an account may nest 64 deep, and stands inside a reply.
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, MaxDepth = 80 };
        options.Converters.Add(new DecimalNumberConverter());
        options.Converters.Add(dates);
        options.Converters.Add(new DateTimeObjectConverter());
        options.Converters.Add(new AccountTypeConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
