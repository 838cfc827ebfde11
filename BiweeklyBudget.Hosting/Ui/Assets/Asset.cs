using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace BiweeklyBudget.Hosting.Ui.Assets;

/// <summary>A script, a style sheet or a picture, as it is and compressed; what is sent differs, and so does its tag.</summary>
internal sealed class Asset
{
    /// <summary>End of the name of one that is stored compressed: to compress it better would keep the one who asks waiting.</summary>
    public const string Packed = ".gz";

    // Of 11: smaller than gzip, in a few hundredths of a second.
    private const int BrotliQuality = 9;

    private readonly Lazy<IReadOnlyList<AssetForm>> _forms;

    /// <summary>One that is read when somebody asks for it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="read">Reads it.</param>
    public Asset(string name, Func<byte[]> read)
    {
        var isPacked = name.EndsWith(Packed, StringComparison.Ordinal);
        ContentType = TypeOf(isPacked ? name[..^Packed.Length] : name);
        _forms = new Lazy<IReadOnlyList<AssetForm>>(() => isPacked ? FormsOfPacked(read()) : FormsOf(read()));
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

    private static List<AssetForm> FormsOfPacked(byte[] packed)
    {
        using var content = new MemoryStream();
        using (var stream = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress))
        {
            stream.CopyTo(content);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(packed))[..32];
        return [new AssetForm("gzip", packed, Tag(hash + "-gzip")), new AssetForm(null, content.ToArray(), Tag(hash))];
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
        ".png" => "image/png",
        ".webmanifest" => "application/manifest+json",
        _ => throw new InvalidOperationException($"Nobody has said what {name} is."),
    };
}
