namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>Recognises tables of separated values (CSV) by their lines: most of them have the same number of the same separator.</summary>
internal static class SeparatedValues
{
    private const int MostLines = 30;

    private static readonly (char Separator, string Name)[] Kinds = [('\t', "a table of values separated by tabs (TSV)"), (';', "a CSV file"), (',', "a CSV file"), ('|', "a CSV file")];

    /// <summary>Says what kind of table a text is.</summary>
    /// <param name="content">The text's beginning.</param>
    /// <returns>The kind; null when it is none.</returns>
    public static string? NameOf(string content)
    {
        // A bank may write a title and the account above the table; unprintable characters are in no table.
        string[] lines = [.. content.Split('\n').Select(line => line.Trim('\r', ' ')).Where(line => line.Length > 0).Take(MostLines)];
        return lines.Any(line => line.Any(letter => char.IsControl(letter) && letter != '\t')) ? null : Kinds.FirstOrDefault(kind => IsTable(lines, kind.Separator)).Name;
    }

    private static bool IsTable(string[] lines, char separator)
    {
        int[] counts = [.. lines.Select(line => CountOf(line, separator))];
        var columns = counts.Where(count => count > 0).GroupBy(count => count).OrderByDescending(alike => alike.Count()).FirstOrDefault();

        // A heading alone is a table without rows. Sentences have a comma, too: a table of two columns has one in every line.
        return columns switch
        {
            null => false,
            { Key: 1 } => lines.Length >= 2 && columns.Count() == lines.Length,
            _ => lines.Length == 1 || (columns.Count() >= 2 && columns.Count() * 2 >= lines.Length),
        };
    }

    private static int CountOf(string line, char separator)
    {
        var (count, isQuoted) = (0, false);
        foreach (var letter in line)
        {
            isQuoted ^= letter == '"';
            count += letter == separator && !isQuoted ? 1 : 0;
        }

        return count;
    }
}
