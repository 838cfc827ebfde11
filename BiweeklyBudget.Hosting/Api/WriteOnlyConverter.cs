using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>How a value is written. Nothing is read with it: what is sent to the program is read field by field.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
internal abstract class WriteOnlyConverter<T> : JsonConverter<T>
{
    /// <inheritdoc />
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Replies are only written.");

    /// <summary>Writes epoch seconds, which always show a decimal (<c>1501200000.0</c>).</summary>
    protected static void WriteEpochSeconds(Utf8JsonWriter writer, long seconds) =>
        writer.WriteRawValue(string.Create(CultureInfo.InvariantCulture, $"{seconds}.0"), skipInputValidation: true);
}
