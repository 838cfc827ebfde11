using System.Text.Json.Nodes;

namespace BiweeklyBudget.Hosting.Tests.Description;

/// <summary>The shapes that no type of the program says: what is sent, and what converters write.</summary>
internal static class SharedSchemas
{
    private const string Text = """
        {
          "AccountType": {
            "description": "The kind of an account.",
            "type": "object",
            "properties": {
              "class": { "const": "AcctType" },
              "name": { "enum": ["Bank", "Credit", "Investment", "Cash", "Other"] },
              "value": { "type": "integer", "minimum": 1, "maximum": 5 }
            },
            "required": ["class", "name", "value"]
          },
          "Amount": {
            "description": "An exact decimal number with at most four decimals: read it as one, not as a binary floating-point number. An amount of money is in the household's currency; expenses are positive and income is negative, except where the bank's own sign is named.",
            "type": "number"
          },
          "AmountInput": {
            "description": "A decimal number of at most four decimals, from -99999999999999.9999 to 99999999999999.9999, as a number or as a text: digits, a point, no separators of thousands and no exponent. An amount of money is in the household's currency. Where a field need not have one, it may be blank.",
            "examples": ["12.34"],
            "oneOf": [
              { "type": "number" },
              { "type": "string", "pattern": "^\\s*([+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+))?\\s*$" },
              { "type": "null" }
            ]
          },
          "ChartItem": {
            "description": "What a chart has for one date: the date, and an amount for each key, which is null or absent where there is nothing.",
            "type": "object",
            "properties": { "date": { "description": "YYYY-MM-DD, or YYYY-MM for a month.", "type": "string" } },
            "required": ["date"],
            "additionalProperties": { "type": ["number", "null"] }
          },
          "Count": { "description": "A whole number.", "type": "integer" },
          "Date": {
            "description": "A day of the household's calendar; it has no time zone. `ts` is its midnight in UTC, in seconds since 1970.",
            "type": "object",
            "properties": {
              "class": { "const": "date" },
              "str": { "description": "YYYY-MM-DD.", "type": "string" },
              "ts": { "type": "number" },
              "year": { "type": "integer" },
              "month": { "type": "integer", "minimum": 1, "maximum": 12 },
              "date": { "description": "The day of the month.", "type": "integer", "minimum": 1, "maximum": 31 }
            },
            "required": ["class", "str", "ts", "year", "month", "date"]
          },
          "Day": { "description": "A day of the household's calendar, YYYY-MM-DD; it has no time zone.", "type": "string", "format": "date" },
          "DayInput": {
            "description": "A day of the household's calendar, YYYY-MM-DD; zeros at the beginning of month and day may be left out. Days of money lie between 1900-01-01 and 2200-12-31. Where a field need not have one, it may be blank.",
            "examples": ["2017-07-28"],
            "type": "string",
            "pattern": "^\\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})?\\s*$"
          },
          "File": { "description": "The bytes of a file, in base64.", "type": "string", "contentEncoding": "base64" },
          "Flag": { "description": "Yes or no. Form-encoded also `true`, `false`, `on`, `1`, `0`.", "oneOf": [{ "type": "boolean" }, { "type": "string" }] },
          "Id": { "description": "The id of a record.", "type": "integer", "minimum": 0 },
          "IgnoredBankTransactions": {
            "type": "object",
            "propertyNames": { "pattern": "^[0-9]+%" },
            "additionalProperties": { "type": ["string", "null"] }
          },
          "Instant": {
            "description": "An instant, always in UTC, in whole seconds. `ts` is in seconds since 1970.",
            "type": "object",
            "properties": {
              "class": { "const": "datetime" },
              "str": { "description": "YYYY-MM-DD HH:MM:SS.", "type": "string" },
              "ymdstr": { "description": "YYYY-MM-DD.", "type": "string" },
              "ts": { "type": "number" },
              "year": { "type": "integer" },
              "month": { "type": "integer", "minimum": 1, "maximum": 12 },
              "date": { "description": "The day of the month.", "type": "integer", "minimum": 1, "maximum": 31 },
              "hour": { "type": "integer", "minimum": 0, "maximum": 23 },
              "minute": { "type": "integer", "minimum": 0, "maximum": 59 },
              "second": { "type": "integer", "minimum": 0, "maximum": 59 },
              "tzname": { "const": "UTC" },
              "tzoffset": { "const": "+0000" }
            },
            "required": ["class", "str", "ymdstr", "ts", "year", "month", "date", "hour", "minute", "second", "tzname", "tzoffset"]
          },
          "InstantInput": { "description": "An instant as ISO 8601 has it, UTC unless it names another zone; or null.", "type": ["string", "null"] },
          "MadeTransactions": {
            "type": ["array", "null"],
            "items": {
              "type": "object",
              "properties": {
                "ofx": { "type": "array", "prefixItems": [{ "$ref": "#/components/schemas/Id" }, { "type": "string" }], "minItems": 2, "maxItems": 2 },
                "transaction": { "type": "object" }
              },
              "required": ["ofx", "transaction"]
            }
          },
          "PlannedChanges": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": { "date": { "$ref": "#/components/schemas/DayInput" }, "amount": { "$ref": "#/components/schemas/AmountInput" }, "enabled": { "$ref": "#/components/schemas/Flag" } },
              "required": ["date", "amount", "enabled"]
            }
          },
          "ReconciledTransactions": {
            "type": "object",
            "propertyNames": { "pattern": "^[0-9]+$" },
            "additionalProperties": {
              "oneOf": [
                { "description": "The account's id and the FITID.", "type": "array", "prefixItems": [{ "type": ["integer", "string"] }, { "type": "string" }], "minItems": 2, "maxItems": 2 },
                { "description": "A note: there is no bank transaction.", "type": "string" },
                { "description": "There is none, and nothing to say.", "type": "null" }
              ]
            }
          },
          "Reference": { "description": "The id of another record, as a number or in digits.", "examples": ["1"], "oneOf": [{ "type": "integer", "minimum": 0 }, { "type": "string", "pattern": "^\\s*[0-9]+\\s*$" }] },
          "RowId": { "description": "The id of the record itself, as a number or in digits; null or blank for a new one.", "oneOf": [{ "type": "integer", "minimum": 0 }, { "type": "string", "pattern": "^\\s*[0-9]*\\s*$" }, { "type": "null" }] },
          "Occurrences": { "type": "object", "propertyNames": { "pattern": "^[0-9]+@[0-9]{4}-[0-9]{2}-[0-9]{2}(@.*)?$" }, "additionalProperties": { "$ref": "#/components/schemas/AmountInput" } },
          "Splits": { "type": "object", "propertyNames": { "pattern": "^[0-9]+$" }, "additionalProperties": { "$ref": "#/components/schemas/AmountInput" } },
          "Text": { "description": "A text; blanks around it are left out.", "type": ["string", "null"] },
          "WholeNumber": { "description": "A whole number, as a number or in digits.", "oneOf": [{ "type": "integer" }, { "type": "string", "pattern": "^\\s*[0-9]*\\s*$" }] }
        }
        """;

    /// <summary>A copy of them.</summary>
    public static JsonObject Create() => JsonNode.Parse(Text)!.AsObject();
}
