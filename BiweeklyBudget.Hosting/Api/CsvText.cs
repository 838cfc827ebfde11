using System.Buffers;
using System.Globalization;
using System.Text;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>
/// Comma-separated values (RFC 4180): CRLF, quotes doubled. Texts that a spreadsheet would take for a formula get an apostrophe
/// in front (OWASP, CSV Injection); numbers and dates are written by type and stay what they are.
/// </summary>
internal sealed class CsvText
{
    private const int RowsAtOnce = 500;

    private static readonly SearchValues<char> ToQuote = SearchValues.Create("\",;\t\r\n'");

    private readonly StringBuilder _text = new();

    /// <summary>Adds a row.</summary>
    /// <param name="cells">Texts, numbers, dates, flags or null.</param>
    /// <returns>This.</returns>
    public CsvText Row(params IEnumerable<object?> cells)
    {
        _text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        return this;
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString();

    /// <summary>The reply that a browser stores as a file: written row by row, however many there are.</summary>
    /// <param name="fileName">Name of the file.</param>
    /// <param name="header">Names of the columns.</param>
    /// <param name="rows">The rows.</param>
    public static IResult Reply(string fileName, IEnumerable<object?> header, IEnumerable<IEnumerable<object?>> rows) => new RecordedDownload(fileName, TypedResults.Stream(
        async stream =>
        {
            // The byte order mark tells Excel that it is UTF-8.
            await stream.WriteAsync(Encoding.UTF8.GetPreamble());
            foreach (var some in rows.Prepend(header).Chunk(RowsAtOnce))
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(some.Aggregate(new CsvText(), (text, row) => text.Row(row)).ToString()));
            }
        },
        "text/csv; charset=utf-8",
        fileName));

    private static string Cell(object? value) => value switch
    {
        null => "",
        decimal amount => amount.ToString("0.00##", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? "yes" : "no",
        IFormattable number => number.ToString(format: null, CultureInfo.InvariantCulture),
        _ => Quoted(Harmless(value.ToString() ?? "")),
    };

    // Spreadsheets look past blanks before the first character. One that takes semicolons, tabs or line ends for the end of a cell, whatever the quotes say, finds a beginning after each of them.
    private static string Harmless(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var harmless = new StringBuilder(text.Length + 1);
        var (begin, isFirst) = (0, true);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not (';' or '\t' or '\r' or '\n'))
            {
                continue;
            }

            var part = text.AsSpan(begin, i - begin);
            if (IsFormula(part) || (isFirst && part.IsEmpty && text[0] != ';'))
            {
                harmless.Append('\'');
            }

            harmless.Append(part);
            if (i < text.Length)
            {
                harmless.Append(text[i]);
            }

            (begin, isFirst) = (i + 1, false);
        }

        return harmless.ToString();
    }

    private static bool IsFormula(ReadOnlySpan<char> part) =>
        part.TrimStart("\0\" \u00A0") is ['=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..];

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(ToQuote) >= 0 || text != text.Trim() ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
