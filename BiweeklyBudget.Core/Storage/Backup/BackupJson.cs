using System.Text.Json;
using System.Text.Json.Serialization;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>The header and the totals as they stand in a backup.</summary>
internal static class BackupJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <exception cref="JsonException">The bytes are not such a value.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> bytes) => JsonSerializer.Deserialize<T>(bytes.Span, Options) ?? throw new JsonException("No value.");
}
