using System.Net.Mime;
using System.Text.Json.Nodes;
using BiweeklyBudget.Hosting.Api.Description;
using Microsoft.AspNetCore.Http;

namespace BiweeklyBudget.Hosting.Tests.Description;

/// <summary>The answers that routes have in common, each said once.</summary>
internal static class SharedAnswers
{
    private static readonly SortedDictionary<int, (string Name, string Text, bool IsAlsoText)> All = new()
    {
        [StatusCodes.Status400BadRequest] = ("BadRequest", "The request could not be understood; or, as plain text, the host name that it names is not one of `AllowedHosts`.", true),
        [StatusCodes.Status401Unauthorized] = ("NotSignedIn", "Where people sign in: there is no token, or it is not good any more. Nothing was saved.", false),
        [StatusCodes.Status403Forbidden] = ("Forbidden", "The request comes from another site's page (`Sec-Fetch-Site`, `Origin`); programs that send neither header are not affected. Or, where people sign in, the token or its user may not do this. Nothing was saved.", false),
        [StatusCodes.Status409Conflict] = ("NoPayday", "Nobody has said yet when payday is: open the start page, or set PAY_PERIOD_START_DATE.", false),
        [StatusCodes.Status413PayloadTooLarge] = ("TooLarge", "Too much data for one request. Nothing was saved.", false),
        [StatusCodes.Status422UnprocessableEntity] = ("KeyReused", "Something else was saved with this Idempotency-Key before. Nothing was saved now.", false),
        [StatusCodes.Status429TooManyRequests] = ("TooMany", "As plain text, with `Retry-After`: more requests in a minute than RATE_LIMIT lets one address send. Nothing was done.", true),
        [StatusCodes.Status500InternalServerError] = ("Failed", "A fault of the program. Nothing was saved; the log says more.", false),
        [StatusCodes.Status503ServiceUnavailable] = ("Unavailable", "The database cannot be used right now, and nothing was saved, unless `is_unknown` says that nobody knows. As plain text, with `Retry-After`, while the program makes the database ready.", true),
    };

    /// <summary>Those that a route may give.</summary>
    public static IEnumerable<int> Of(Operation operation, bool isSafe) => All.Keys.Where(status => status switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => !operation.IsForAnyone,
        StatusCodes.Status413PayloadTooLarge or StatusCodes.Status422UnprocessableEntity => !isSafe,
        StatusCodes.Status409Conflict => !operation.WorksWithoutPayday,
        _ => true,
    });

    /// <summary>A reference to one.</summary>
    public static JsonObject Reference(int status) => new() { ["$ref"] = "#/components/responses/" + All[status].Name };

    /// <summary>What one means.</summary>
    public static string TextOf(int status) => All[status].Text;

    /// <summary>All of them.</summary>
    public static JsonObject Components(SchemaWriter schemas) =>
        new(All.Values.OrderBy(answer => answer.Name, StringComparer.Ordinal).Select(answer => KeyValuePair.Create(answer.Name, (JsonNode?)Component(answer.Text, answer.IsAlsoText, schemas))));

    private static JsonObject Component(string text, bool isAlsoText, SchemaWriter schemas)
    {
        var content = new JsonObject { [MediaTypeNames.Application.Json] = new JsonObject { ["schema"] = schemas.Of(typeof(RefusedReply), hasPlainDays: false) } };
        if (isAlsoText)
        {
            content[MediaTypeNames.Text.Plain] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } };
        }

        return new JsonObject { ["description"] = text, ["content"] = content };
    }
}
