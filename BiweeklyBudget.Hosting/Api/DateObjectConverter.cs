using System.Globalization;
using System.Text.Json;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>Dates as the objects of spec/http-api.md §2; <c>ts</c> is midnight UTC.</summary>
internal sealed class DateObjectConverter : WriteOnlyConverter<DateOnly>
{
    private const long SecondsPerDay = 86_400;

    private static readonly DateOnly Epoch = new(1970, 1, 1);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("class", "date");
        writer.WriteString("str", value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WritePropertyName("ts");
        WriteEpochSeconds(writer, (value.DayNumber - Epoch.DayNumber) * SecondsPerDay);
        writer.WriteNumber("year", value.Year);
        writer.WriteNumber("month", value.Month);
        writer.WriteNumber("date", value.Day);
        writer.WriteEndObject();
    }
}
