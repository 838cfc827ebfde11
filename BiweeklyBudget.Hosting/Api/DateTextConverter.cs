using System.Globalization;
using System.Text.Json;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>Dates as <c>YYYY-MM-DD</c>, as tables and charts have them.</summary>
internal sealed class DateTextConverter : WriteOnlyConverter<DateOnly>
{
    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
