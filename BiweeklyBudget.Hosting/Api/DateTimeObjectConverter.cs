using System.Globalization;
using System.Text.Json;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>Instants, which are UTC throughout the program, as the objects of spec/http-api.md §2, in whole seconds.</summary>
internal sealed class DateTimeObjectConverter : WriteOnlyConverter<DateTime>
{
    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("class", "datetime");
        writer.WriteString("str", value.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        writer.WriteString("ymdstr", value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WritePropertyName("ts");
        WriteEpochSeconds(writer, (value.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond);
        writer.WriteNumber("year", value.Year);
        writer.WriteNumber("month", value.Month);
        writer.WriteNumber("date", value.Day);
        writer.WriteNumber("hour", value.Hour);
        writer.WriteNumber("minute", value.Minute);
        writer.WriteNumber("second", value.Second);
        writer.WriteString("tzname", "UTC");
        writer.WriteString("tzoffset", "+0000");
        writer.WriteEndObject();
    }
}
