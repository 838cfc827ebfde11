using System.Globalization;
using System.Text;

namespace BiweeklyBudget.Core.Tables;

/// <summary>Text in rows and cells as spreadsheets write it (RFC 4180): with commas, semicolons or tabs, whichever the first line has most of.</summary>
internal static class SeparatedText
{
    /// <summary>Reads the rows that are not blank.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The separator, and the rows, each with the number of the line that it begins in.</returns>
    /// <exception cref="FormatException">A quotation mark is never closed; the message says in which line.</exception>
    public static (char Separator, IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Rows) Read(string text)
    {
        var separator = SeparatorOf(text);
        var rows = new List<(int, IReadOnlyList<string>)>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, first, quoted, wasQuoted) = (1, 1, 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            var isBreak = letter is '\n' || (letter is '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            if (quoted > 0)
            {
                if (letter != '"')
                {
                    cell.Append(letter);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(letter);
                    i++;
                }
                else
                {
                    quoted = 0;
                }
            }
            else if (letter == '"' && cell.Length == 0 && !wasQuoted)
            {
                (quoted, wasQuoted) = (line, true);
            }
            else if (letter == separator)
            {
                EndCell();
            }
            else if (isBreak)
            {
                EndRow();
                first = line + 1;
            }
            else if (letter != '\r')
            {
                cell.Append(letter);
            }

            line += isBreak ? 1 : 0;
        }

        if (quoted > 0)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"The quotation mark in line {quoted} is never closed."));
        }

        EndRow();
        return (separator, rows);

        void EndCell()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
            wasQuoted = false;
        }

        void EndRow()
        {
            EndCell();
            if (cells.Exists(found => found.Length > 0))
            {
                rows.Add((first, cells.ToArray()));
            }

            cells.Clear();
        }
    }

    private static char SeparatorOf(string text)
    {
        var end = text.AsSpan().TrimStart().IndexOfAny('\r', '\n');
        var head = end < 0 ? text.AsSpan().TrimStart() : text.AsSpan().TrimStart()[..end];
        var (commas, semicolons, tabs) = (head.Count(','), head.Count(';'), head.Count('\t'));
        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }
}
