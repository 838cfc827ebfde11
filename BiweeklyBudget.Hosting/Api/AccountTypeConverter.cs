using System.Text.Json;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>Account types as <c>{"class": "AcctType", "name": "Bank", "value": 1}</c>.</summary>
internal sealed class AccountTypeConverter : WriteOnlyConverter<AccountType>
{
    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, AccountType value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("class", "AcctType");
        writer.WriteString("name", value.ToString());
        writer.WriteNumber("value", (int)value);
        writer.WriteEndObject();
    }
}
