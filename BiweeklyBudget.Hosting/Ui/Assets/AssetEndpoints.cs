using System.Collections.Frozen;
using BiweeklyBudget.Hosting.Security.SignIn;
using Microsoft.Net.Http.Headers;

namespace BiweeklyBudget.Hosting.Ui.Assets;

/// <summary>
/// The app's scripts, style sheets and pictures, below <c>/bb/</c>. They are resources of the assembly: no folder, no manifest and no environment can keep them from being found, and a file of a program's
/// own at the same address is not in their way.
/// </summary>
internal static class AssetEndpoints
{
    private const string Folder = "bb/";

    // It works for all pages of the app, although it lies below /bb/.
    private const string Worker = "worker.js";

    private static readonly Lazy<FrozenDictionary<string, Asset>> Assets = new(Load);

    /// <summary>The addresses, without the slash before them.</summary>
    public static IReadOnlyList<string> Names => Assets.Value.Keys;

    /// <summary>Maps them.</summary>
    public static void MapAssets(this IEndpointRouteBuilder routes) => routes.MapMethods("/bb/{**name}", [HttpMethods.Get, HttpMethods.Head], Send).ExcludeFromDescription().WithMetadata(new NeedsAttribute(Access.Anyone));

    private static IResult Send(string? name, HttpContext context)
    {
        if (!Assets.Value.TryGetValue(Folder + name, out var asset))
        {
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        }

        var form = asset.For(context.Request.GetTypedHeaders().AcceptEncoding);
        var headers = context.Response.Headers;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = "no-cache";
        if (Worker.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            headers["Service-Worker-Allowed"] = context.Request.PathBase + "/";
        }

        if (form.Encoding is { } encoding)
        {
            headers.ContentEncoding = encoding;
        }

        return TypedResults.Bytes(form.Content, asset.ContentType, entityTag: form.Tag);
    }

    // The build names them by their folders, as these are spelled and with the machine's own slashes.
    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = typeof(AssetEndpoints).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToFrozenDictionary(AddressOf, name => new Asset(name, () => Read(name)), StringComparer.OrdinalIgnoreCase);

        byte[] Read(string name)
        {
            using var resource = assembly.GetManifestResourceStream(name)!;
            var content = new byte[resource.Length];
            resource.ReadExactly(content);
            return content;
        }
    }

    private static string AddressOf(string resource) => (resource.EndsWith(Asset.Packed, StringComparison.Ordinal) ? resource[..^Asset.Packed.Length] : resource).Replace('\\', '/').ToLowerInvariant();
}
