using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>A registry with one image, which is empty: a base for an image whose contents are looked at, where no real one can be fetched (OCI distribution specification, pulling).</summary>
internal sealed class ScratchRegistry : IAsyncDisposable
{
    private const string ManifestType = "application/vnd.docker.distribution.manifest.v2+json";
    private const string ConfigurationType = "application/vnd.docker.container.image.v1+json";

    private static readonly byte[] Configuration = """{"architecture":"amd64","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":[]},"history":[]}"""u8.ToArray();

    private static readonly byte[] Manifest = Encoding.UTF8.GetBytes(
        $$"""{"schemaVersion":2,"mediaType":"{{ManifestType}}","config":{"mediaType":"{{ConfigurationType}}","size":{{Configuration.Length}},"digest":"{{Digest(Configuration)}}"},"layers":[]}""");

    private readonly WebApplication _app;

    private ScratchRegistry(WebApplication app) => _app = app;

    /// <summary>The image's name.</summary>
    public string Image => Host + "/scratch:latest";

    /// <summary>What the SDK is told that it may ask without HTTPS.</summary>
    public string Host => new Uri(_app.Urls.Single()).Authority;

    public static async Task<ScratchRegistry> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/v2/", () => Results.Ok());
        app.MapGet("/v2/scratch/manifests/{reference}", (HttpContext context) =>
        {
            context.Response.Headers["Docker-Content-Digest"] = Digest(Manifest);
            return Results.Bytes(Manifest, ManifestType);
        });
        app.MapGet("/v2/scratch/blobs/{digest}", (string digest) => digest == Digest(Configuration) ? Results.Bytes(Configuration, "application/octet-stream") : Results.NotFound());
        await app.StartAsync();
        return new ScratchRegistry(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static string Digest(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));
}
