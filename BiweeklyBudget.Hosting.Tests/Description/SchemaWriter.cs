using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Tests.Description;

/// <summary>Writes the shapes of replies from the types that are written and the options that they are written with, so that they cannot say anything else.</summary>
internal sealed class SchemaWriter
{
    private static readonly Dictionary<Type, bool> Successes = new() { [typeof(SavedReply)] = true, [typeof(WrongFieldsReply)] = false, [typeof(RefusedReply)] = false };

    private readonly SortedDictionary<string, JsonNode> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Type> _types = new(StringComparer.Ordinal);

    public SchemaWriter()
    {
        foreach (var (name, schema) in SharedSchemas.Create())
        {
            _components[name] = schema!.DeepClone();
        }
    }

    /// <summary>All that were named so far.</summary>
    public JsonObject Components => new(_components.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value.DeepClone())));

    /// <summary>A reference to a shape by its name.</summary>
    public static JsonObject Named(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    /// <summary>The shape of a type.</summary>
    /// <param name="type">What is written.</param>
    /// <param name="hasPlainDays">Whether days are texts.</param>
    public JsonObject Of(Type type, bool hasPlainDays)
    {
        var options = hasPlainDays ? ApiJson.Tables : ApiJson.Models;
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return OrNull(Of(inner, hasPlainDays));
        }

        if (type == typeof(IReadOnlyDictionary<string, object?>))
        {
            return Named("ChartItem");
        }

        var info = options.GetTypeInfo(type);
        return Simple(type, hasPlainDays) ?? info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => new JsonObject { ["type"] = "array", ["items"] = Of(info.ElementType!, hasPlainDays) },
            JsonTypeInfoKind.Dictionary => new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(info.ElementType!, hasPlainDays) },
            JsonTypeInfoKind.Object => OfObject(info, hasPlainDays),
            _ => throw new InvalidOperationException($"Nobody has said what {type} is."),
        };
    }

    /// <summary>The shape of an object itself, not a reference to it.</summary>
    public JsonObject Properties(Type type, bool hasPlainDays)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var property in (hasPlainDays ? ApiJson.Tables : ApiJson.Models).GetTypeInfo(type).Properties)
        {
            var ignored = Attribute<JsonIgnoreAttribute>(property)?.Condition;
            if (ignored == JsonIgnoreCondition.Always || property.IsExtensionData)
            {
                continue;
            }

            properties[property.Name] = OfProperty(property, type, hasPlainDays, isOptional: ignored is not null);
            if (ignored is null)
            {
                required.Add(property.Name);
            }
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        return schema;
    }

    private static JsonObject? Simple(Type type, bool hasPlainDays) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => new JsonObject { ["type"] = "string" },
        TypeCode.Boolean => new JsonObject { ["type"] = "boolean" },
        TypeCode.Decimal => Named("Amount"),
        TypeCode.DateTime => Named("Instant"),
        _ when type == typeof(AccountType) => Named(nameof(AccountType)),
        TypeCode.Int32 or TypeCode.Int64 when !type.IsEnum => new JsonObject { ["type"] = "integer" },
        _ when type == typeof(DateOnly) => Named(hasPlainDays ? "Day" : "Date"),
        _ when type == typeof(object) || type == typeof(JsonElement) => [],
        _ => null,
    };

    private static JsonObject OrNull(JsonObject schema)
    {
        if (schema["type"] is JsonValue simple)
        {
            schema["type"] = new JsonArray(simple.DeepClone(), "null");
            return schema;
        }

        return schema.Count == 0 ? schema : new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
    }

    private static T? Attribute<T>(JsonPropertyInfo property)
        where T : Attribute => property.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: true).OfType<T>().FirstOrDefault();

    private JsonObject OfProperty(JsonPropertyInfo property, Type owner, bool hasPlainDays, bool isOptional)
    {
        var type = isOptional ? Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType : property.PropertyType;
        var schema = Of(type, hasPlainDays);
        if (!isOptional && !type.IsValueType && property.IsGetNullable)
        {
            schema = OrNull(schema);
        }

        if (property.Name == "success" && Successes.TryGetValue(owner, out var success))
        {
            schema["const"] = success;
        }

        if (Attribute<DescriptionAttribute>(property) is { } text)
        {
            schema["description"] = text.Description;
        }

        return schema;
    }

    private JsonObject OfObject(JsonTypeInfo info, bool hasPlainDays)
    {
        var name = NameOf(info.Type);
        if (!_types.TryAdd(name, info.Type))
        {
            return _types[name] == info.Type ? Named(name) : throw new InvalidOperationException($"{info.Type} and {_types[name]} would both be called {name}.");
        }

        _components[name] = Properties(info.Type, hasPlainDays);
        return Named(name);
    }

    private static string NameOf(Type type)
    {
        var name = type.Name.Split('`')[0];
        var plain = name.EndsWith("Json", StringComparison.Ordinal) ? name[..^"Json".Length] : name;
        if (type.IsGenericType)
        {
            return NameOf(type.GetGenericArguments()[0]) + plain;
        }

        return type.DeclaringType is { } owner ? NameOf(owner) + plain : plain;
    }
}
