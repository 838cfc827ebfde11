using System.Text;

namespace BiweeklyBudget.Core.Fuel;

/// <summary>
/// Reads comma-separated values (RFC 4180), or values separated by semicolons or tabs, as spreadsheets of other countries write them: the heading shows which.
/// </summary>
internal static class CsvTable
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The separator: that of which the first line has most.</summary>
    public static char SeparatorOf(string text)
    {
        var heading = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        var (best, most) = (',', 0);
        foreach (var separator in Separators)
        {
            var count = heading.Count(separator);
            (best, most) = count > most ? (separator, count) : (best, most);
        }

        return best;
    }

    /// <summary>The rows that are not empty, each with the number of the line that it begins in. A quote that is never closed ends with the text.</summary>
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Rows(string text, char separator)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, first, isQuoted) = (1, 1, false);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            line += letter == '\n' ? 1 : 0;
            if (isQuoted)
            {
                if (letter != '"')
                {
                    cell.Append(letter);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (letter == '"' && cell.Length == 0)
            {
                isQuoted = true;
            }
            else if (letter == separator)
            {
                Take();
            }
            else if (letter == '\n')
            {
                Take();
                if (cells.Exists(text => text.Length > 0))
                {
                    yield return (first, cells);
                }

                (cells, first) = ([], line);
            }
            else if (letter != '\r')
            {
                cell.Append(letter);
            }
        }

        Take();
        if (cells.Exists(text => text.Length > 0))
        {
            yield return (first, cells);
        }

        void Take()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }
}
