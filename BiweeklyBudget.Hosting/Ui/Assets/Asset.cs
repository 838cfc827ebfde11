using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace BiweeklyBudget.Hosting.Ui.Assets;

/// <summary>A script, a style sheet or a picture, as it is and compressed; what is sent differs, and so does its tag.</summary>
internal sealed class Asset
{
    // Of 11: smaller than gzip, in a few hundredths of a second.
    private const int BrotliQuality = 9;

    private readonly Lazy<IReadOnlyList<AssetForm>> _forms;

    public Asset(string name, byte[] content)
    {
        ContentType = TypeOf(name);
        _forms = new Lazy<IReadOnlyList<AssetForm>>(() => FormsOf(content));
    }

    public string ContentType { get; }

    /// <summary>The smallest form that a browser takes.</summary>
    /// <param name="accepted">The header Accept-Encoding.</param>
    public AssetForm For(IList<StringWithQualityHeaderValue> accepted) => _forms.Value.First(form => form.Encoding is null || accepted.Any(one => one.Quality is not 0 && one.Value.Equals(form.Encoding, StringComparison.OrdinalIgnoreCase)));

    private static List<AssetForm> FormsOf(byte[] content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..32];
        var plain = new AssetForm(null, content, Tag(hash));
        var brotli = new AssetForm("br", Compress(content, to => new BrotliStream(to, new BrotliCompressionOptions { Quality = BrotliQuality })), Tag(hash + "-br"));
        var gzip = new AssetForm("gzip", Compress(content, to => new GZipStream(to, CompressionLevel.Optimal)), Tag(hash + "-gzip"));
        return [.. new[] { brotli, gzip }.Where(form => form.Content.Length < content.Length).OrderBy(form => form.Content.Length), plain];
    }

    private static EntityTagHeaderValue Tag(string value) => new($"\"{value}\"");

    private static byte[] Compress(byte[] content, Func<Stream, Stream> into)
    {
        using var compressed = new MemoryStream();
        using (var stream = into(compressed))
        {
            stream.Write(content);
        }

        return compressed.ToArray();
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css",
        ".js" => "text/javascript",
        ".svg" => "image/svg+xml",
        _ => throw new InvalidOperationException($"Nobody has said what {name} is."),
    };
}
