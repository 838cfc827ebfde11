using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Tests.Description;

/// <summary>Makes the OpenAPI document of the routes that a program has mapped (docs/adr/0023).</summary>
internal sealed class InterfaceDocument
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SchemaWriter _schemas = new();

    private InterfaceDocument()
    {
    }

    /// <summary>Makes it, without examples of answers.</summary>
    public static JsonObject Of(IEnumerable<DescribedRoute> routes) => new InterfaceDocument().Write([.. routes.Where(route => route.Operation is not null)]);

    /// <summary>The text that is committed.</summary>
    public static string Text(JsonObject document) => document.ToJsonString(Readable) + "\n";

    private JsonObject Write(List<DescribedRoute> routes)
    {
        var paths = new JsonObject();
        foreach (var path in routes.GroupBy(route => route.Path).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            paths[path.Key] = new JsonObject(path.OrderBy(route => route.Method, StringComparer.Ordinal).Select(route => KeyValuePair.Create(route.Method, (JsonNode?)OperationOf(route, route.Operation!))));
        }

        var responses = SharedAnswers.Components(_schemas);
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = InterfaceText.Info(),
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["tags"] = InterfaceText.Tags(routes.Select(route => route.Operation!.Chapter)),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = _schemas.Components, ["responses"] = responses, ["parameters"] = new JsonObject { [InterfaceText.KeyParameter] = InterfaceText.Key() } },
        };
    }

    private JsonObject OperationOf(DescribedRoute route, Operation operation)
    {
        var isSafe = route.Method == "get";
        var written = new JsonObject { ["tags"] = new JsonArray(operation.Chapter), ["summary"] = operation.Summary, ["operationId"] = operation.Id };
        if (operation.Text.Length > 0)
        {
            written["description"] = operation.Text;
        }

        var parameters = new JsonArray([.. operation.Parameters.Select(parameter => ParameterOf(parameter, route.Path))]);
        if (!isSafe)
        {
            parameters.Add(new JsonObject { ["$ref"] = "#/components/parameters/" + InterfaceText.KeyParameter });
        }

        if (parameters.Count > 0)
        {
            written["parameters"] = parameters;
        }

        if (operation.Fields.Count > 0)
        {
            written["requestBody"] = BodyOf(operation);
        }

        written["responses"] = AnswersOf(operation, isSafe);
        return written;
    }

    private static JsonObject ParameterOf(Parameter parameter, string path)
    {
        var isInPath = path.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal);
        var written = new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = isInPath ? "path" : "query",
            ["description"] = parameter.Text,
            ["required"] = isInPath || parameter.IsRequired,
            ["schema"] = SchemaWriter.Named(parameter.Schema),
        };
        if (parameter.Example is { } example)
        {
            written["example"] = parameter.Schema is Schemas.Id or Schemas.Count ? JsonNode.Parse(example) : example;
        }

        return written;
    }

    private static JsonObject BodyOf(Operation operation)
    {
        // What is an object or a list cannot be written as fields of a form.
        var types = operation.Fields.Any(field => field.Schema is Schemas.Splits or Schemas.Occurrences) ? operation.BodyTypes.Take(1) : operation.BodyTypes;
        var content = new JsonObject();
        foreach (var type in types)
        {
            content[type] = new JsonObject { ["schema"] = FieldsOf(operation.Fields, isForm: type == MediaTypeNames.Multipart.FormData) };
        }

        content[MediaTypeNames.Application.Json]!["example"] = JsonNode.Parse(operation.Example!);
        return new JsonObject { ["required"] = true, ["content"] = content };
    }

    private static JsonObject FieldsOf(IReadOnlyList<Field> fields, bool isForm)
    {
        var properties = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)FieldOf(field, isForm))));
        var required = fields.Where(field => field.IsRequired && !(isForm && field.Schema == Schemas.InstantInput)).Select(field => (JsonNode?)field.Name).ToArray();
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        return schema;
    }

    private static JsonObject FieldOf(Field field, bool isForm)
    {
        var schema = field.Words.Count > 0 ? new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. field.Words.Select(word => (JsonNode?)word)]) }
            : isForm && field.Schema == Schemas.File ? new JsonObject { ["type"] = "string", ["contentMediaType"] = MediaTypeNames.Application.Octet }
            : SchemaWriter.Named(field.Schema);
        schema["description"] = field.Text;
        if (field.Longest is { } longest)
        {
            schema["maxLength"] = longest;
        }

        return schema;
    }

    private JsonObject AnswersOf(Operation operation, bool isSafe)
    {
        var shared = SharedAnswers.Of(operation, isSafe).ToHashSet();
        var written = new SortedDictionary<int, JsonNode>();
        foreach (var answer in operation.Answers)
        {
            written[answer.Status] = AnswerOf(answer, isAlsoShared: shared.Remove(answer.Status));
        }

        foreach (var status in shared)
        {
            written[status] = SharedAnswers.Reference(status);
        }

        return new JsonObject(written.Select(entry => KeyValuePair.Create(entry.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), (JsonNode?)entry.Value)));
    }

    private JsonObject AnswerOf(Answer answer, bool isAlsoShared)
    {
        var written = new JsonObject { ["description"] = isAlsoShared ? $"{answer.Text} Or: {SharedAnswers.TextOf(answer.Status)}" : answer.Text };
        if (answer.Headers.Count > 0)
        {
            written["headers"] = new JsonObject(answer.Headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)new JsonObject { ["description"] = header.Value, ["schema"] = new JsonObject { ["type"] = "string" } })));
        }

        if (answer.MediaType is { } type)
        {
            var content = new JsonObject { [type] = new JsonObject { ["schema"] = answer.Bodies.Count == 0 ? new JsonObject { ["type"] = "string" } : OneOf(answer, isAlsoShared) } };
            if (isAlsoShared && answer.Bodies.Count == 0)
            {
                content[MediaTypeNames.Application.Json] = new JsonObject { ["schema"] = _schemas.Of(typeof(RefusedReply), hasPlainDays: false) };
            }

            written["content"] = content;
        }

        return written;
    }

    private JsonObject OneOf(Answer answer, bool isAlsoShared)
    {
        var schemas = answer.Bodies.Select(body => body == typeof(SavedReply) && answer.Extras.Count > 0 ? SavedWith(answer) : _schemas.Of(body, answer.HasPlainDays)).ToList();
        if (isAlsoShared && !answer.Bodies.Contains(typeof(RefusedReply)))
        {
            schemas.Add(_schemas.Of(typeof(RefusedReply), hasPlainDays: false));
        }

        return schemas.Count == 1 ? schemas[0] : new JsonObject { ["anyOf"] = new JsonArray([.. schemas]) };
    }

    private JsonObject SavedWith(Answer answer)
    {
        var schema = _schemas.Properties(typeof(SavedReply), hasPlainDays: false);
        foreach (var (key, text) in answer.Extras)
        {
            schema["properties"]![key] = new JsonObject { ["type"] = answer.MeasuredExtras.Contains(key) ? new JsonArray("number", "null") : "integer", ["description"] = text };
            if (!answer.OptionalExtras.Contains(key))
            {
                schema["required"]!.AsArray().Add(key);
            }
        }

        return schema;
    }
}
