using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Description;

/// <summary>The example of an operation as it stands in the document, sent, and what was answered.</summary>
/// <param name="Name">Method and path.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="MediaType">Its media type; null without a body.</param>
/// <param name="Body">The answer as JSON; a text for what is no JSON, and null without a body.</param>
internal sealed record SentExample(string Name, int Status, string? MediaType, JsonNode? Body)
{
    // Of a long list the first items show what all of them are.
    private const int MostItems = 2;

    // Of a download its first line and two more.
    private const int MostLines = 3;

    /// <summary>What the document shows of the answer.</summary>
    public JsonNode? Shown => Shortened(Body);

    /// <summary>Sends the example of an operation.</summary>
    public static async Task<SentExample> SendAsync(InProcessHost host, string path, string method, JsonObject operation)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), AddressOf(path, operation));
        if (operation["requestBody"]?["content"]?["application/json"]?["example"] is { } body)
        {
            request.Content = JsonContent.Create(body);
        }

        using var response = await host.Client.SendAsync(request);
        var type = response.Content.Headers.ContentType?.MediaType;
        var text = await response.Content.ReadAsStringAsync();
        return new SentExample($"{method.ToUpperInvariant()} {path}", (int)response.StatusCode, type, type is null ? null : type == "application/json" ? JsonNode.Parse(text) : Beginning(text));
    }

    private static string AddressOf(string path, JsonObject operation)
    {
        var address = path;
        var query = new StringBuilder();
        foreach (var parameter in (operation["parameters"]?.AsArray() ?? []).Select(node => node!.AsObject()).Where(parameter => parameter["example"] is not null))
        {
            var (name, value) = ((string)parameter["name"]!, Uri.EscapeDataString(parameter["example"]!.ToString()));
            if ((string)parameter["in"]! == "path")
            {
                address = address.Replace($"{{{name}}}", value, StringComparison.Ordinal);
            }
            else
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(name)}={value}");
            }
        }

        return address + query;
    }

    private static string Beginning(string text) => string.Join("\r\n", text.TrimStart('\uFEFF').Split("\r\n").Take(MostLines));

    private static JsonNode? Shortened(JsonNode? node) => node switch
    {
        JsonArray list => new JsonArray([.. list.Take(MostItems).Select(Shortened)]),
        JsonObject map => new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, Shortened(entry.Value)))),
        _ => node?.DeepClone(),
    };
}
