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
        foreach (var path in new[] { "/api/ofx/statement", "/ajax/ofx/import", "/dialogs/ofx-preview", "/welcome" })
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
}
