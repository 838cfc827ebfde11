using System.Text;
using BiweeklyBudget.Hosting.Api;
using Microsoft.AspNetCore.Http;

namespace BiweeklyBudget.Hosting.Tests.Api;

/// <summary>How a body becomes a form, and which bodies do not.</summary>
public sealed class FormBodyTests
{
    private const string Json = "application/json";
    private const string Encoded = "application/x-www-form-urlencoded";

    [Fact]
    public async Task Json_keeps_its_types_and_numbers_their_digits()
    {
        var form = await AcceptedAsync("application/json; charset=utf-8", """{"a": 1.10, "b": "x", "c": true, "d": null, "e": {"1": 2}, "a": 1.20}""");

        Assert.Equal((FormValueKind.Number, "1.20"), (form["a"].Kind, form["a"].Text));
        Assert.Equal((FormValueKind.Text, "x"), (form["b"].Kind, form["b"].Text));
        Assert.Equal((FormValueKind.Boolean, "true"), (form["c"].Kind, form["c"].Text));
        Assert.Equal(FormValueKind.Null, form["d"].Kind);
        Assert.Equal("2", form["e"].Map!["1"].Text);
        Assert.Equal(["a", "b", "c", "d", "e"], form.Names);
    }

    [Fact]
    public async Task Form_encoded_fields_are_texts()
    {
        var form = await AcceptedAsync(Encoded, "a=1&b=two+words&c=%C3%A4%26%3D&d=&e&%62c=100%");

        Assert.Equal(["a: 1", "b: two words", "c: ä&=", "d: ", "e: ", "bc: 100%"], form.Select(field => $"{field.Key}: {field.Value.Text}"));
        Assert.All(form, field => Assert.Equal(FormValueKind.Text, field.Value.Kind));
    }

    [Fact]
    public async Task A_byte_order_mark_and_capitals_in_the_type_do_not_matter()
    {
        Assert.Equal("1", (await AcceptedAsync("APPLICATION/JSON", "\uFEFF{\"a\": 1}"))["a"].Text);
        Assert.Equal("1", (await AcceptedAsync("Application/X-WWW-Form-Urlencoded", "a=1"))["a"].Text);
        Assert.Equal("1", (await AcceptedAsync("application/vnd.api+json", "{\"a\": 1}"))["a"].Text);
        Assert.Empty((await AcceptedAsync(null, "")).Names);
    }

    [Theory]
    [InlineData(Json, "")]
    [InlineData(Json, "{")]
    [InlineData(Json, "[]")]
    [InlineData(Json, "1")]
    [InlineData(Json, "null")]
    [InlineData(Json, "\"text\"")]
    [InlineData(Json, "{\"a\": NaN}")]
    [InlineData(Json, "{\"a\": 1} {\"b\": 2}")]
    [InlineData(Json, "{'a': 1}")]
    [InlineData(Json, "a=1")]
    [InlineData(Json, "{\"\\ud800\": 1}")]
    [InlineData("application/json; charset=iso-8859-1", "{}")]
    [InlineData("text/plain", "{\"a\": 1}")]
    [InlineData("multipart/form-data; boundary=x", "--x--")]
    [InlineData("no type", "{}")]
    [InlineData(null, "{\"a\": 1}")]
    [InlineData(Encoded, "a=%FF")]
    [InlineData(Encoded, "%C3%28=1")]
    public async Task What_is_no_form_is_refused(string? type, string body) => Assert.NotNull((await ReadAsync(type, Encoding.UTF8.GetBytes(body))).Refusal);

    [Theory]
    [InlineData(Json)]
    [InlineData(Encoded)]
    public async Task Bytes_that_are_no_utf8_are_refused(string type)
    {
        byte[] bytes = [.. "{\"a\": \""u8, 0xFF, 0xFE, .. "\"}"u8];
        Assert.NotNull((await ReadAsync(type, bytes)).Refusal);
    }

    [Fact]
    public async Task A_body_may_be_as_large_as_the_limit_and_no_larger_whether_its_length_is_told_or_not()
    {
        var full = Encoding.UTF8.GetBytes($"{{\"a\": \"{new string('x', RequestBody.Limit - 9)}\"}}");
        Assert.Equal(RequestBody.Limit, full.Length);
        foreach (var tellsLength in new[] { true, false })
        {
            Assert.Null((await ReadAsync(Json, full, tellsLength)).Refusal);
            Assert.NotNull((await ReadAsync(Json, [.. full, (byte)' '], tellsLength)).Refusal);
        }
    }

    [Fact]
    public async Task Deep_nesting_is_refused()
    {
        static byte[] Nested(int depth) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth));
        Assert.Null((await ReadAsync(Json, Nested(16))).Refusal);
        Assert.NotNull((await ReadAsync(Json, Nested(17))).Refusal);
        Assert.NotNull((await ReadAsync(Json, Nested(100_000))).Refusal);
    }

    private static async Task<FormValues> AcceptedAsync(string? type, string body)
    {
        var read = await ReadAsync(type, Encoding.UTF8.GetBytes(body));
        Assert.Null(read.Refusal);
        return read.Form;
    }

    private static Task<FormBody> ReadAsync(string? type, byte[] body, bool tellsLength = true)
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = type;
        context.Request.ContentLength = tellsLength ? body.Length : null;
        context.Request.Body = new MemoryStream(body);
        return FormBody.ReadAsync(context.Request, default);
    }
}
