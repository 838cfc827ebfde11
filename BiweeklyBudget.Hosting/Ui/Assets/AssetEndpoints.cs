using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Security.SignIn;
using Microsoft.Net.Http.Headers;

namespace BiweeklyBudget.Hosting.Ui.Assets;

/// <summary>
/// The app's scripts, style sheets and pictures, below <c>/bb/</c>. They are resources of the assembly: no folder, no manifest and no environment can keep them from being found, and a file of a program's
/// own at the same address is not in their way.
/// <para>
/// Pages name scripts and style sheets with the build's version before the name (<c>/bb/v0123456789abcdef/css/pages.css</c>): a browser keeps those for a year and asks no more, and scripts find each other
/// below the same version. Without a version, or with the one of another build, what there is now is sent, and must be asked for again.
/// </para>
/// </summary>
internal static class AssetEndpoints
{
    private const string Folder = "bb/";

    // A year is the longest that anybody keeps something.
    private const string Kept = "public, max-age=31536000, immutable";

    private static readonly string Version = "v" + typeof(AssetEndpoints).Module.ModuleVersionId.ToString("N", CultureInfo.InvariantCulture)[..16];

    // It works for all pages of the app, although it lies below /bb/.
    private const string Worker = "worker.js";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private static readonly Lazy<FrozenDictionary<string, Asset>> Assets = new(Load);

    /// <summary>The addresses, without the slash before them.</summary>
    public static IReadOnlyList<string> Names => Assets.Value.Keys;

    /// <summary>The address of one that may be kept, because another build's has another address.</summary>
    /// <param name="address">Its address, such as <c>~/bb/css/pages.css</c>.</param>
    public static string Versioned(string address)
    {
        var end = address.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length;
        return $"{address[..end]}{Version}/{address[end..]}";
    }

    /// <summary>Maps them.</summary>
    public static void MapAssets(this IEndpointRouteBuilder routes) => routes.MapMethods("/bb/{**name}", [HttpMethods.Get, HttpMethods.Head], context => Send(context).ExecuteAsync(context)).ExcludeFromDescription().WithMetadata(new NeedsAttribute(Access.Anyone));

    private static IResult Send(HttpContext context)
    {
        var name = context.RouteText("name");
        var (version, path) = Parted(name);
        if (!Assets.Value.TryGetValue(Folder + path, out var asset))
        {
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        }

        var form = asset.For(context.Request.GetTypedHeaders().AcceptEncoding);
        var headers = context.Response.Headers;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = version == Version ? Kept : "no-cache";
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

    private static (string? Version, string Name) Parted(string name) => name.IndexOf('/', StringComparison.Ordinal) is var end && end == Version.Length && name[0] == 'v' && name.AsSpan(1, end - 1).IndexOfAnyExcept(HexDigits) < 0
        ? (name[..end], name[(end + 1)..])
        : (null, name);

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
