using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>
/// Finds out how a file's text is encoded (spec/bank-data.md §1.1): by its byte order mark, its OFX 1.x header or its XML
/// declaration, and by whether its bytes are UTF-8. No file is refused for its encoding.
/// </summary>
internal static partial class OfxEncoding
{
    private const int HeadBytes = 10 * 1024;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding of a file, and how many bytes its byte order mark has. The position is not kept.</summary>
    public static (Encoding Encoding, int Preamble) Detect(Stream file)
    {
        file.Position = 0;
        var head = new byte[Math.Min(file.Length, HeadBytes)];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        foreach (var marked in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            if (head.AsSpan().StartsWith(marked.Preamble))
            {
                return (marked is UTF8Encoding && !Utf8Of(file).IsUtf8 ? Windows1252 : marked, marked.Preamble.Length);
            }
        }

        var (isUtf8, isAscii) = Utf8Of(file);
        var utf8OrAnsi = isUtf8 ? Encoding.UTF8 : Windows1252;
        var text = Encoding.Latin1.GetString(head);
        if (text.TrimStart().StartsWith('<'))
        {
            return (isUtf8 && !isAscii ? Encoding.UTF8 : Declared(text) ?? utf8OrAnsi, 0);
        }

        var header = Header(text);
        return (isUtf8 && !isAscii ? Encoding.UTF8 : ByHeader(header) ?? utf8OrAnsi, 0);
    }

    /// <summary>The encoding that an XML declaration names.</summary>
    private static Encoding? Declared(string head) => Named(XmlEncoding().Match(head) is { Success: true } match ? match.Groups["name"].Value : "");

    /// <summary>The encoding of a name; null for an unknown one, for UTF-8, which is assumed anyway, and for what bytes that are read so far disprove.</summary>
    private static Encoding? Named(string name)
    {
        try
        {
            var encoding = name.Length == 0 ? null : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return encoding is UTF8Encoding or UnicodeEncoding or UTF32Encoding or ASCIIEncoding ? null : encoding;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>What ENCODING and CHARSET say; null when the bytes must tell.</summary>
    private static Encoding? ByHeader(Dictionary<string, string> header) => header.GetValueOrDefault("ENCODING")?.ToUpperInvariant() switch
    {
        "USASCII" => CodePage(header.GetValueOrDefault("CHARSET") ?? ""),
        _ => null,
    };

    private static Encoding CodePage(string charset)
    {
        if (charset == "8859-1")
        {
            return Encoding.Latin1;
        }

        var digits = charset.StartsWith("CP", StringComparison.OrdinalIgnoreCase) ? charset[2..] : charset;
        var isNumber = int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page) && page is > 0 and <= 65535;
        return isNumber && CodePagesEncodingProvider.Instance.GetEncoding(page) is { } encoding ? encoding
            : Named(charset) ?? Named(charset.StartsWith("8859-", StringComparison.Ordinal) ? "ISO-" + charset : "") ?? Windows1252;
    }

    /// <summary>The keys of an OFX 1.x header, whether it has a line for each or stands on one line.</summary>
    private static Dictionary<string, string> Header(string head)
    {
        head = head.TrimStart();
        var end = head.IndexOf('<', StringComparison.Ordinal);
        head = end < 0 ? head : head[..end];
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var keys = HeaderKey().Matches(head);
        for (var i = 0; i < keys.Count; i++)
        {
            var from = keys[i].Index + keys[i].Length;
            var value = head[from..(i + 1 < keys.Count ? keys[i + 1].Index : head.Length)].Split('\n', '\r')[0].Trim();
            if (!string.Equals(value, "NONE", StringComparison.OrdinalIgnoreCase))
            {
                values.TryAdd(keys[i].Groups["key"].Value.ToUpperInvariant(), value);
            }
        }

        return values;
    }

    /// <summary>Reads the file once, in pieces.</summary>
    private static (bool IsUtf8, bool IsAscii) Utf8Of(Stream file)
    {
        file.Position = 0;
        var bytes = new byte[Math.Clamp(file.Length, 16, HeadBytes)];
        var isAscii = true;
        var carried = 0;
        for (int count; (count = file.Read(bytes.AsSpan(carried))) > 0;)
        {
            var piece = bytes.AsSpan(0, carried + count);
            var whole = piece[..^CutCharacter(piece)];
            isAscii = isAscii && Ascii.IsValid(piece);
            if (!Utf8.IsValid(whole))
            {
                return (false, false);
            }

            carried = piece.Length - whole.Length;
            piece[whole.Length..].CopyTo(bytes);
        }

        return (carried == 0, isAscii);
    }

    /// <summary>Bytes at the end that begin a character without ending it.</summary>
    private static int CutCharacter(ReadOnlySpan<byte> piece)
    {
        for (var length = 1; length <= Math.Min(3, piece.Length); length++)
        {
            var first = piece[^length];
            if (first >= 0b1100_0000)
            {
                var needed = first >= 0b1111_0000 ? 4 : first >= 0b1110_0000 ? 3 : 2;
                return needed > length ? length : 0;
            }

            if (first < 0b1000_0000)
            {
                break;
            }
        }

        return 0;
    }

    [GeneratedRegex("""^\s*<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["'](?<name>[A-Za-z0-9._-]{1,40})["']""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex XmlEncoding();

    [GeneratedRegex(@"(?<key>OFXHEADER|DATA|VERSION|SECURITY|ENCODING|CHARSET|COMPRESSION|OLDFILEUID|NEWFILEUID)[ \t]{0,9}:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex HeaderKey();
}
