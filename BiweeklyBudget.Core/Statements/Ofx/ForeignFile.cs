using System.Text;

namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>
/// Names files that are no OFX for what they are, by their content: banks offer many kinds of download, and the name of a file says little. Only the beginning is looked at;
/// nothing is unpacked.
/// </summary>
/// <param name="Name">What it is, with its article.</param>
/// <param name="Advice">What to do about it, a sentence.</param>
internal sealed record ForeignFile(string Name, string Advice = ForeignFile.Elsewhere)
{
    private const int Looked = 64 * 1024;
    private const string Elsewhere = "Choose OFX, QFX or Money where the bank offers downloads.";
    private const string Unpack = "Unpack it, and choose the file in it.";

    private static readonly (string Begin, string Name, string? Advice)[] Signatures =
    [
        ("%PDF-", "a PDF document", null),
        ("PK\u0003\u0004", "a ZIP archive", Unpack),
        ("PK\u0005\u0006", "an empty ZIP archive", null),
        ("\u001f\u008b", "a compressed file (GZIP)", Unpack),
        ("7z\u00bc\u00af\u0027\u001c", "a 7-Zip archive", Unpack),
        ("Rar!\u001a\u0007", "a RAR archive", Unpack),
        ("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "an Excel workbook or another document of old Microsoft Office", null),
        ("{\\rtf", "a text document (RTF)", null),
        ("SQLite format 3\0", "a database (SQLite)", null),
        ("\u0089PNG", "a picture (PNG)", null),
        ("\u00ff\u00d8\u00ff", "a picture (JPEG)", null),
        ("GIF8", "a picture (GIF)", null),
        ("!Type:", "a QIF file", null),
        ("!Account", "a QIF file", null),
        ("!Option:", "a QIF file", null),
        ("!Clear:", "a QIF file", null),
        (":20:", "an MT940 statement", null),
        ("{1:F", "an MT940 statement", null),
    ];

    // An office document is a ZIP archive with parts of these names.
    private static readonly (string Part, string Name)[] Documents =
    [
        ("xl/", "an Excel workbook (XLSX)"),
        ("word/", "a Word document (DOCX)"),
        ("mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "a spreadsheet (ODS)"),
        ("mimetypeapplication/vnd.oasis.opendocument.text", "a text document (ODT)"),
        ("Index/Document.iwa", "an Apple Numbers or Pages document"),
    ];

    /// <summary>Says what a file is.</summary>
    /// <param name="file">Its bytes; seekable.</param>
    /// <returns>What it is; null when it is empty, may well be a damaged OFX file, or nobody knows.</returns>
    public static ForeignFile? Of(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length > OfxFile.MaxBytes)
        {
            return null;
        }

        var text = Beginning(file);
        var content = text.TrimStart('\ufeff', ' ', '\t', '\r', '\n', '\0');
        return content.Length == 0 || content.Contains("<OFX", StringComparison.OrdinalIgnoreCase) || content.Contains("OFXHEADER", StringComparison.OrdinalIgnoreCase) ? null
            : BySignature(content) ?? Markup(content) ?? (IsJson(content) ? new ForeignFile("a JSON file") : SeparatedValues.NameOf(content) is { } table ? new ForeignFile(table) : null);
    }

    private static string Beginning(Stream file)
    {
        file.Position = 0;
        var bytes = new byte[(int)Math.Min(file.Length, Looked)];
        file.ReadExactly(bytes);

        // Every byte is a letter of Latin-1, so that signatures can be looked for; only the two wide encodings say something else.
        return bytes switch
        {
            [0xff, 0xfe, ..] => Encoding.Unicode.GetString(bytes),
            [0xfe, 0xff, ..] => Encoding.BigEndianUnicode.GetString(bytes),
            [0xef, 0xbb, 0xbf, ..] => Encoding.Latin1.GetString(bytes.AsSpan(3)),
            _ => Encoding.Latin1.GetString(bytes),
        };
    }

    private static ForeignFile? BySignature(string content)
    {
        var (begin, name, advice) = Signatures.FirstOrDefault(signature => content.StartsWith(signature.Begin, StringComparison.OrdinalIgnoreCase));
        return begin is null ? null
            : begin.StartsWith("PK", StringComparison.Ordinal) && Documents.FirstOrDefault(document => content.Contains(document.Part, StringComparison.Ordinal)).Name is { } document ? new ForeignFile(document)
            : new ForeignFile(name, advice ?? Elsewhere);
    }

    private static ForeignFile? Markup(string content)
    {
        if (!content.StartsWith('<'))
        {
            return null;
        }

        var beginning = content[..Math.Min(content.Length, 4096)];
        if (beginning.Contains("<html", StringComparison.OrdinalIgnoreCase) || beginning.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
        {
            return content.Contains("type=\"password\"", StringComparison.OrdinalIgnoreCase) || content.Contains("type='password'", StringComparison.OrdinalIgnoreCase) || content.Contains("type=password", StringComparison.OrdinalIgnoreCase)
                ? new ForeignFile("a web page (HTML) that asks for a password", "Sign in to the bank, and download the file again.")
                : new ForeignFile("a web page (HTML)", "The download may have failed: download the file again, as OFX, QFX or Money.");
        }

        return beginning.Contains("urn:iso:std:iso:20022:tech:xsd:camt.", StringComparison.Ordinal) ? new ForeignFile("a CAMT statement (ISO 20022)")
            : beginning.Contains("gnc-v2", StringComparison.Ordinal) ? new ForeignFile("a GnuCash book")
            : beginning.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? new ForeignFile("another kind of XML file")
            : null;
    }

    // A brace, or a list of something: a text in brackets is none.
    private static bool IsJson(string content) =>
        (content[0] == '{' && content[1..].TrimStart() is ['"' or '}', ..]) || (content[0] == '[' && content[1..].TrimStart() is ['{' or '[' or '"' or ']', ..]);
}
