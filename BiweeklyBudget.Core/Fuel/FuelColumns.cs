namespace BiweeklyBudget.Core.Fuel;

/// <summary>The columns of a file of fills: by the headings that the download has, or by the names of the HTTP interface. Case, blanks and punctuation do not matter.</summary>
internal sealed class FuelColumns
{
    private static readonly (string Column, string Property, string[] Names, bool IsRequired)[] Known =
    [
        ("Date", nameof(FuelFillChange.Date), ["date"], true),
        ("Vehicle", nameof(FuelFillChange.VehicleId), ["vehicle"], true),
        ("Odometer", nameof(FuelFillChange.Odometer), ["odometer", "odometermiles"], true),
        ("Reported distance", nameof(FuelFillChange.ReportedDistance), ["reporteddistance", "reportedmiles"], false),
        ("Level before", nameof(FuelFillChange.LevelBefore), ["levelbefore"], false),
        ("Level after", nameof(FuelFillChange.LevelAfter), ["levelafter"], false),
        ("Location", nameof(FuelFillChange.Location), ["location", "filllocation"], true),
        ("Price", nameof(FuelFillChange.Price), ["price", "costpergallon"], false),
        ("Total cost", nameof(FuelFillChange.TotalCost), ["totalcost"], true),
        ("Volume", nameof(FuelFillChange.Volume), ["volume", "gallons"], true),
        ("Reported economy", nameof(FuelFillChange.ReportedEconomy), ["reportedeconomy", "reportedmpg"], false),
        ("Notes", nameof(FuelFillChange.Notes), ["notes"], false),
    ];

    private readonly Dictionary<string, int> _places;

    private FuelColumns(Dictionary<string, int> places) => _places = places;

    /// <summary>Reads a heading.</summary>
    /// <param name="cells">Its cells.</param>
    /// <param name="mistake">What is missing, or there twice.</param>
    /// <returns>The columns; null when the heading is none.</returns>
    public static FuelColumns? Read(IReadOnlyList<string> cells, out string? mistake)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (place, cell) in cells.Index())
        {
            var name = Bare(cell);
            if (Known.FirstOrDefault(column => column.Names.Contains(name)).Property is { } property && !places.TryAdd(property, place))
            {
                mistake = $"The heading has the column \"{NameOf(property)}\" twice.";
                return null;
            }
        }

        var missing = Known.Where(column => column.IsRequired && !places.ContainsKey(column.Property)).Select(column => column.Column).ToList();
        mistake = missing.Count > 0 ? $"The first line must name the columns; missing: {string.Join(", ", missing)}." : null;
        return mistake is null ? new FuelColumns(places) : null;
    }

    /// <summary>The name of a property's column.</summary>
    public static string NameOf(string property) => Known.First(column => column.Property == property).Column;

    /// <summary>The text of a property in a row; empty when the file does not have the column.</summary>
    public string Text(IReadOnlyList<string> cells, string property)
    {
        var text = _places.TryGetValue(property, out var place) && place < cells.Count ? cells[place] : "";

        // A download has an apostrophe in front of what a spreadsheet would take for a formula.
        return text is ['\'', '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..] ? text[1..] : text;
    }

    private static string Bare(string heading) => new([.. heading.Where(char.IsAsciiLetter).Select(char.ToLowerInvariant)]);
}
