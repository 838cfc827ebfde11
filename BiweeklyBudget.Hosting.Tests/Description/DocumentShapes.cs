using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace BiweeklyBudget.Hosting.Tests.Description;

/// <summary>Compares JSON with the shapes of the document, strictly: a key that a shape does not name is a fault.</summary>
internal sealed class DocumentShapes
{
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List };

    private readonly JsonObject _document;
    private readonly JsonObject _definitions;

    public DocumentShapes(JsonObject document)
    {
        _document = document;
        _definitions = Moved(document["components"]!["schemas"]!).AsObject();
    }

    /// <summary>What the document says about a status of an operation.</summary>
    /// <param name="name">Method and path.</param>
    /// <param name="status">The status.</param>
    public JsonNode? AnswerOf(string name, int status)
    {
        var parts = name.Split(' ', 2);
        var answer = _document["paths"]![parts[1]]![parts[0].ToLowerInvariant()]!["responses"]![status.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        return answer?["$ref"] is { } reference ? _document["components"]!["responses"]![((string)reference!).Split('/')[^1]] : answer;
    }

    /// <summary>How a value differs from a shape.</summary>
    public IReadOnlyList<string> FaultsOf(JsonNode shape, JsonNode? value)
    {
        var schema = Moved(shape).AsObject();
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        schema["$defs"] = _definitions.DeepClone();
        using var json = JsonDocument.Parse(value?.ToJsonString() ?? "null");
        var result = JsonSchema.FromText(schema.ToJsonString()).Evaluate(json.RootElement, Options);
        return result.IsValid ? [] : [.. (result.Details ?? []).Where(detail => detail.Errors is { Count: > 0 }).Select(detail => $"{detail.InstanceLocation} {string.Join(", ", detail.Errors!.Values)} ({detail.EvaluationPath})")];
    }

    // To where a schema of its own has them, and closed.
    private static JsonNode Moved(JsonNode shape)
    {
        var moved = JsonNode.Parse(shape.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal))!;
        Close(moved);
        return moved;
    }

    private static void Close(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Close(item);
            }
        }
        else if (node is JsonObject map)
        {
            foreach (var (_, value) in map.ToList())
            {
                Close(value);
            }

            if (map["properties"] is JsonObject && map["type"]?.ToString() == "object" && !map.ContainsKey("additionalProperties"))
            {
                map["additionalProperties"] = false;
            }
        }
    }
}
