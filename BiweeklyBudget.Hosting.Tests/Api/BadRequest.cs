using System.Text;

namespace BiweeklyBudget.Hosting.Tests.Api;

/// <summary>A request that nobody should send.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">With the query string.</param>
/// <param name="ContentType">Null for none.</param>
/// <param name="Body">The bytes of a POST.</param>
internal sealed record BadRequest(string Name, string Method, string Path, string? ContentType = null, byte[]? Body = null)
{
    public static BadRequest Get(string path) => new(path, "GET", path);

    public static BadRequest Json(string name, string path, string body) => new(name, "POST", path, "application/json", Encoding.UTF8.GetBytes(body));

    public static BadRequest Of(string name, string path, string? type, byte[] body) => new(name, "POST", path, type, body);

    public HttpRequestMessage Message(Uri host)
    {
        // The path goes out as it is, without any tidying.
        var uri = new Uri(host.AbsoluteUri.TrimEnd('/') + Path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var message = new HttpRequestMessage(new HttpMethod(Method), uri);
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            if (ContentType is not null)
            {
                message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
            }
        }

        return message;
    }
}
