namespace BiweeklyBudget.Hosting.Tests.Api;

/// <summary>JSON texts of values that a field of a kind does not take (spec/http-api.md §1.1).</summary>
internal static class BadValues
{
    private static readonly string[] NoTexts = ["true", "{}", "[]", "[\"x\"]", "\"\\ud800\""];

    private static readonly string[] NoNumbers =
    [
        "\"abc\"", "\"NaN\"", "\"Infinity\"", "\"-inf\"", "\"1e3\"", "1e3", "1E-2", "\"1,000\"", "\"0x1F\"", "\"--1\"", "\"1 2\"", "\"\\u0661\"", "\"\\u0000\"", "\"1.00001\"", "1.00001",
        "\"100000000000000\"", "100000000000000", "-100000000000000.5", "123456789012345678901234567890123456789012345678901234567890123456789", "true", "{}", "[]", "[1]", "\"\\ud800\"",
    ];

    public static IReadOnlyList<string> Of(FieldKind kind) => kind switch
    {
        FieldKind.Amount => [.. NoNumbers, "null", "\"\"", "0", "\"0.00\""],
        FieldKind.OptionalAmount => NoNumbers,
        FieldKind.Cost => [.. NoNumbers, "null", "\"\"", "\"-0.01\"", "-1"],
        FieldKind.Quantity => ["\"abc\"", "0.5", "-1", "\"\"", "null", "true", "{}", "[]", "\"1e1\"", "\"NaN\""],
        FieldKind.OptionalReference => ["\"abc\"", "\"-1\"", "-1", "1.5", "true", "{}", "[]", "99999999999", "999999", "1", "\"1; DROP TABLE budgets\""],
        FieldKind.Date =>
        [
            "null", "\"\"", "\" \"", "\"nope\"", "\"2017-02-30\"", "\"07/28/2017\"", "\"20170728\"", "\"2017-13-01\"", "\"0000-01-01\"", "\"99999-01-01\"", "\"2017-07-28T00:00:00\"", "20170728", "true", "{}", "[]",
            "\"\\ud800\"",
        ],
        FieldKind.Reference =>
        [
            "null", "\"\"", "\"None\"", "\"abc\"", "\"-1\"", "-1", "1.5", "\"1.5\"", "true", "{}", "[]", "99999999999", "\"99999999999999999999\"", "999999", "\"1; DROP TABLE budgets\"", "\"\\uff11\"", "1e0",
        ],
        FieldKind.RowId => ["\"abc\"", "-1", "1.5", "true", "{}", "[]", "99999999999", "999999", "\"1 OR 1=1\""],
        FieldKind.Flag => ["\"yes\"", "2", "-1", "\"nope\"", "{}", "[]", "1.0"],
        FieldKind.Text => [.. NoTexts, "null", "\"\"", "\"   \"", Long(255)],
        FieldKind.OptionalText => [.. NoTexts, Long(255)],
        FieldKind.Choice => ["\"no such choice\"", "true", "{}", "[]", "5"],
        FieldKind.WholeNumber => ["\"abc\"", "0.5", "-1", "99", "\"\"", "null", "true", "{}", "[]", "99999999999999999999", "\"1e1\"", "\"NaN\""],
        FieldKind.Measured => ["\"abc\"", "\"NaN\"", "\"-inf\"", "\"1e3\"", "1e3", "-1", "\"-0.5\"", "\"1,000\"", "\"\\u0661\"", "\"\"", "null", "true", "{}", "[]", "123456789012345678901234567890123456789012345678901234567890123456789"],
        FieldKind.Splits => ["null", "{}", "[]", "\"\"", "1", "true", "{\"1\": \"abc\"}", "{\"999999\": 10}", "{\"abc\": 10}", "{\"1\": 9.99}", "{\"1\": {}}", "{\"1\": null}", "{\"1\": NaN}", "{\"1\": 5, \"01\": 5}", "{\"None\": 10}", "{\"99999999999\": 10}", "{\"3\": 10}"],
        FieldKind.Json => ["\"{\"", "\"[1\"", "\"NaN\"", "true", "{}", "[]"],
        FieldKind.Pattern => ["\"(\"", "\"[\"", "\"*\"", "true", "{}", "[]", Long(255)],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Long(int length) => $"\"{new string('x', length)}\"";
}
