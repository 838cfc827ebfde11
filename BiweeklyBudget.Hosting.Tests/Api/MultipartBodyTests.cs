using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Api;

/// <summary>Bodies that call themselves multipart (RFC 7578) and are none, on every route that reads such a form.</summary>
public sealed class MultipartBodyTests(ReadOnlyHosts hosts, UnansweredHost unanswered) : IClassFixture<ReadOnlyHosts>, IClassFixture<UnansweredHost>
{
    private const string Type = "multipart/form-data";
    private const string Bounded = Type + "; boundary=xx";
    private const string Part = "--xx\r\nContent-Disposition: form-data; name=\"";

    public static TheoryData<string, string, string> Bodies()
    {
        var bodies = new TheoryData<string, string, string>();
        foreach (var path in new[] { "/api/ofx/statement", "/ajax/ofx/import", "/dialogs/ofx-preview", "/dialogs/fuel-preview", "/welcome" })
        {
            bodies.Add(path, Type, Part + "payday\"\r\n\r\n2017-07-21\r\n--xx--\r\n");
            bodies.Add(path, Type + "; boundary=\"\"", "--\r\n");
            bodies.Add(path, Type + "; boundary=" + new string('x', 300), "--x");
            bodies.Add(path, Bounded, "no form at all");
            bodies.Add(path, Bounded, Part);
            bodies.Add(path, Bounded, Part + "ofx\"; filename=\"a.ofx\"\r\n\r\nOFX");
            bodies.Add(path, Bounded, Part + "payday\"\r\n\r\n2017-07-21");
            bodies.Add(path, Bounded, "--xx\r\nContent-Disposition: ;;=\r\n\r\nx\r\n--xx--\r\n");
            bodies.Add(path, Bounded, "--xx\r\nno header\r\n\r\nx\r\n--xx--\r\n");
            bodies.Add(path, Bounded, "--xx\r\nA: " + new string('a', 40_000) + "\r\n\r\nx\r\n--xx--\r\n");
        }

        return bodies;
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_multipart_body_that_is_none_is_a_bad_request(string path, string type, string body)
    {
        var host = path == "/welcome" ? unanswered.Host : await hosts.OnAsync(DatabaseEngine.Sqlite, Household.Sample);
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var response = await host.Client.PostAsync(new Uri(path, UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(host.Errors);
    }

    [Theory]
    [InlineData("/api/ofx/statement", false)]
    [InlineData("/ajax/ofx/import", true)]
    [InlineData("/dialogs/ofx-preview", false)]
    public async Task An_upload_that_breaks_off_anywhere_is_a_bad_request_that_says_so(string path, bool isKeyed)
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite, Household.Sample);
        var whole = Encoding.Latin1.GetBytes(Part + "acct_id\"\r\n\r\n1\r\n" + Part + "filename\"\r\n\r\na.ofx\r\n" + Part + "ofx\"; filename=\"a.ofx\"\r\nContent-Type: application/x-ofx\r\n\r\n<OFX></OFX>\r\n--xx--\r\n");

        // The last line break may be missing.
        for (var length = 0; length < whole.Length - 2; length++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(whole, 0, length) };
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(Bounded);
            if (isKeyed)
            {
                request.Headers.TryAddWithoutValidation("Idempotency-Key", $"\"cut at {length}\"");
            }

            using var response = await host.Client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{length} bytes: {(int)response.StatusCode} {text}");
            Assert.True(path.StartsWith("/dialogs/", StringComparison.Ordinal) || text.Contains("could not be read", StringComparison.Ordinal) || text.Contains("Invalid or missing", StringComparison.Ordinal), text);
        }

        Assert.Empty(host.Errors);
    }

    [Theory]
    [InlineData("""{"acct_id": 1, "filename": "\ud800.ofx", "mtime": null, "ofx": "T0ZY"}""")]
    [InlineData("""{"acct_id": 1, "filename": "a.ofx", "mtime": "\udc00", "ofx": "T0ZY"}""")]
    [InlineData("""{"acct_id": 1, "filename": "a.ofx", "mtime": null, "ofx": "\ud800"}""")]
    [InlineData("""{"acct_id": 1, "filename": "a.ofx", "mtime": null, "\ud800": "T0ZY"}""")]
    public async Task Half_a_surrogate_pair_in_an_upload_is_a_bad_request_that_says_so(string body)
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite, Household.Sample);
        foreach (var path in new[] { "/api/ofx/statement", "/ajax/ofx/import" })
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var response = await host.Client.PostAsync(new Uri(path, UriKind.Relative), content);

            Assert.Equal("""400 {"success":false,"message":"Exception: the request holds text that is not valid Unicode."}""", $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }

        Assert.Empty(host.Errors);
    }
}
