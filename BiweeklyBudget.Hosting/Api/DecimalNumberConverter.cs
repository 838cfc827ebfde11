using System.Globalization;
using System.Text.Json;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>Decimals as JSON numbers with all their digits, without trailing zeros but with at least one decimal: <c>100.0</c>, <c>10.23</c>.</summary>
internal sealed class DecimalNumberConverter : WriteOnlyConverter<decimal>
{
    // As many decimals as a decimal can have; a negative zero is shown unsigned.
    private const string Format = "0.0###########################";

    /// <summary>The number's text.</summary>
    public static string Text(decimal value) => (value == 0 ? 0m : value).ToString(Format, CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteRawValue(Text(value), skipInputValidation: true);
}
