using System.Text.Json;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Core.Tests.Forms;

public sealed class FormValuesTests
{
    [Fact]
    public void Json_numbers_keep_their_text()
    {
        var form = Read("""{"a": 0.10000000000000000001, "b": 25.50, "c": 1E2}""");
        Assert.Equal(["0.10000000000000000001", "25.50", "1E2"], form.Select(field => field.Value.Text));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("""{"\ud800": 1}""")]
    public void What_is_no_object_with_fields_is_no_form(string json) => Assert.False(FormValues.TryRead(JsonDocument.Parse(json).RootElement, out _));

    [Theory]
    [InlineData("null", nameof(FormValueKind.Null))]
    [InlineData("\"x\"", nameof(FormValueKind.Text))]
    [InlineData("true", nameof(FormValueKind.Boolean))]
    [InlineData("{}", nameof(FormValueKind.Map))]
    [InlineData("[1]", nameof(FormValueKind.Unusable))]
    [InlineData("\"\\ud800\"", nameof(FormValueKind.Unusable))]
    public void Every_json_value_has_a_kind(string json, string kind) => Assert.Equal(kind, Read($$"""{"x": {{json}}}""")["x"].Kind.ToString());

    [Fact]
    public void A_field_that_was_not_sent_is_missing() => Assert.Equal(FormValueKind.Missing, new FormValues()["x"].Kind);

    [Fact]
    public void The_last_of_two_values_counts() => Assert.Equal("2", Read("""{"x": 1, "x": 2}""")["x"].Text);

    private static FormValues Read(string json)
    {
        Assert.True(FormValues.TryRead(JsonDocument.Parse(json).RootElement, out var form));
        return form;
    }
}
