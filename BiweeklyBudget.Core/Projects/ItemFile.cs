using System.Globalization;
using BiweeklyBudget.Core.Tables;

namespace BiweeklyBudget.Core.Projects;

/// <summary>A file of items: the first line names the columns, in any order. Only <c>Name</c> must be there; those that the program writes itself are among them.</summary>
internal sealed class ItemFile
{
    /// <summary>Most items of a file.</summary>
    public const int MostLines = 5_000;

    private static readonly Dictionary<string, Column> Names = new(StringComparer.Ordinal)
    {
        ["name"] = Column.Name,
        ["item"] = Column.Name,
        ["quantity"] = Column.Quantity,
        ["qty"] = Column.Quantity,
        ["unitcost"] = Column.UnitCost,
        ["unitprice"] = Column.UnitCost,
        ["price"] = Column.UnitCost,
        ["url"] = Column.Url,
        ["link"] = Column.Url,
        ["notes"] = Column.Notes,
        ["active"] = Column.Active,
        ["isactive"] = Column.Active,
    };

    private readonly Dictionary<Column, int> _places = [];
    private readonly List<string> _ignored = [];
    private char _separator;

    private ItemFile()
    {
    }

    private enum Column
    {
        Name,
        Quantity,
        UnitCost,
        Url,
        Notes,
        Active,
    }

    /// <summary>Why the file as a whole cannot be read; null when it can.</summary>
    public string? Mistake { get; private init; }

    /// <summary>Its lines, without the first.</summary>
    public IReadOnlyList<ItemLine> Lines { get; private set; } = [];

    /// <summary>Columns that are not read.</summary>
    public IReadOnlyList<string> Ignored => _ignored;

    /// <summary>Reads a file.</summary>
    public static ItemFile Read(string text)
    {
        try
        {
            var (separator, rows) = SeparatedText.Read(text);
            if (rows.Count == 0)
            {
                return Wrong("The file is empty.");
            }

            var file = new ItemFile { _separator = separator };
            if (file.ReadHead(rows[0].Cells) is { } mistake)
            {
                return Wrong(mistake);
            }

            if (rows.Count - 1 > MostLines)
            {
                return Wrong(string.Create(CultureInfo.InvariantCulture, $"The file has {rows.Count - 1} items; at most {MostLines} can be imported at once."));
            }

            file.Lines = [.. rows.Skip(1).Select(row => file.LineOf(row.Line, row.Cells))];
            return file.Lines.Count == 0 ? Wrong("The file has no items, only a line with the names of columns.") : file;
        }
        catch (FormatException exception)
        {
            return Wrong(exception.Message);
        }
    }

    private static ItemFile Wrong(string mistake) => new() { Mistake = mistake };

    private string? ReadHead(IReadOnlyList<string> cells)
    {
        foreach (var (place, cell) in cells.Index())
        {
            if (!Names.TryGetValue(string.Concat(cell.Where(char.IsLetter)).ToLowerInvariant(), out var column))
            {
                _ignored.AddRange(cell.Length > 0 ? [cell] : []);
            }
            else if (!_places.TryAdd(column, place))
            {
                return $"Two columns of the first line mean the same: {cells[_places[column]]} and {cell}.";
            }
        }

        return _places.ContainsKey(Column.Name) ? null : "The first line must name the columns: Name, and as you like Quantity, Unit Cost, URL, Notes, Active. There is none called Name.";
    }

    private ItemLine LineOf(int number, IReadOnlyList<string> cells)
    {
        var errors = new List<string>();
        return new ItemLine
        {
            Number = number,
            Name = Cell(Column.Name) ?? "",
            Quantity = Read(Column.Quantity, "integer", QuantityOf),
            UnitCost = Read(Column.UnitCost, "float", CostOf),
            Url = Cell(Column.Url),
            Notes = Cell(Column.Notes),
            IsActive = Read(Column.Active, "boolean", FlagOf),
            Errors = errors,
        };

        string? Cell(Column column) => _places.TryGetValue(column, out var place) ? place < cells.Count ? Plain(cells[place]) : "" : null;

        T? Read<T>(Column column, string kind, Func<string, T?> read)
            where T : struct
        {
            if (Cell(column) is not { Length: > 0 } text)
            {
                return null;
            }

            var value = read(text);
            if (value is null)
            {
                errors.Add($"Invalid {kind} value: \"{text}\"");
            }

            return value;
        }
    }

    // What stands before a text that a spreadsheet would take for a formula is not part of it.
    private static string Plain(string cell) => cell.Length > 1 && cell[0] == '\'' && cell.AsSpan(1).TrimStart() is ['=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..] ? cell[1..] : cell;

    private static int? QuantityOf(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Where semicolons separate, a comma is the decimal sign.
    private decimal? CostOf(string text)
    {
        var number = _separator == ';' && text.Contains(',', StringComparison.Ordinal) && !text.Contains('.', StringComparison.Ordinal) ? text.Replace(',', '.') : text;
        return number.Length <= 40 && decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cost) && decimal.Round(cost, 4) == cost ? cost : null;
    }

    private static bool? FlagOf(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "true" or "on" or "1" => true,
        "no" or "false" or "off" or "0" => false,
        _ => null,
    };
}
