using System.Net.Mime;
using System.Text.Json.Nodes;
using BiweeklyBudget.Hosting.Api.Description;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BiweeklyBudget.Hosting.Features.Description;

/// <summary>The description of the HTTP interface (docs/adr/0023). The document was made when the program was built, and is read when somebody asks for it.</summary>
internal static class DescriptionEndpoints
{
    /// <summary>Where the document is.</summary>
    public const string Document = "/api/openapi.json";

    // As the project file names it.
    private const string Resource = "openapi.json";

    /// <summary>Maps it. The page that shows it has its own route.</summary>
    public static void MapDescription(this IEndpointRouteBuilder routes) => routes.MapGet(Document, context => Read(context.Request).ExecuteAsync(context)).Described(DescriptionOperations.Read);

    // Which path the program is served below, only the request knows.
    private static ContentHttpResult Read(HttpRequest request)
    {
        using var stored = typeof(DescriptionEndpoints).Assembly.GetManifestResourceStream(Resource)!;
        var document = JsonNode.Parse(stored)!;
        document["servers"]![0]!["url"] = request.PathBase.HasValue ? request.PathBase.ToUriComponent() : "/";
        return TypedResults.Text(document.ToJsonString(), MediaTypeNames.Application.Json);
    }
}
