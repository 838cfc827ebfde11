using System.Globalization;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Fuel;

/// <summary>Compares a file of fills with the log, for the preview and for the import alike: two SQL statements whatever either holds.</summary>
internal sealed class FuelImportPlan(BudgetDbContext database)
{
    /// <summary>Most lines of a file.</summary>
    public const int MostLines = 5_000;

    /// <summary>Says what becomes of each line.</summary>
    /// <param name="text">The file.</param>
    /// <param name="vehicles">The vehicles, locked where it is to be saved.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<FuelImportPreview> ReadAsync(string text, IReadOnlyCollection<Vehicle> vehicles, CancellationToken cancellationToken)
    {
        if (!TryRead(text, out var file, out var unreadable))
        {
            return Refused(unreadable);
        }

        var (separator, rows) = file;
        if (rows.Count == 0)
        {
            return Refused("The file is empty.");
        }

        if (FuelColumns.Read(rows[0].Cells, out var mistake) is not { } columns)
        {
            return Refused(mistake!);
        }

        if (rows.Count == 1)
        {
            return Refused("The file has a heading and no fills.");
        }

        if (rows.Count > MostLines + 1)
        {
            return Refused(string.Create(CultureInfo.InvariantCulture, $"The file has more than {MostLines:#,0} fills; please divide it."));
        }

        var reader = new FuelLineReader(columns, hasDecimalCommas: separator != ',', vehicles);
        var lines = rows.Skip(1).Select(row => (row.Line, Read: reader.Read(row.Cells))).ToList();
        var used = lines.Where(line => line.Read.Mistakes.Count == 0).Select(line => (int?)line.Read.Fill.VehicleId).Distinct().ToList();
        var taken = (await database.FuelFills.Where(fill => used.Contains(fill.VehicleId) && fill.OdometerMiles != null)
            .Select(fill => new { fill.VehicleId, fill.OdometerMiles, fill.Date }).ToListAsync(cancellationToken).ConfigureAwait(false))
            .GroupBy(fill => (fill.VehicleId!.Value, fill.OdometerMiles!.Value)).ToDictionary(same => same.Key, same => same.Select(fill => fill.Date).ToList());
        return new FuelImportPreview(null, lines.ConvertAll(line => Compared(line.Line, line.Read, taken)));
    }

    private static bool TryRead(string text, out (char Separator, IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Rows) file, out string mistake)
    {
        try
        {
            (file, mistake) = (SeparatedText.Read(text.TrimStart('\uFEFF')), "");
            return true;
        }
        catch (FormatException exception)
        {
            (file, mistake) = (default, exception.Message);
            return false;
        }
    }

    private static FuelImportPreview Refused(string mistake) => new(mistake, []);

    // A reading belongs to one fill: on the same day it is that one, on another day somebody is mistaken.
    private static FuelImportLine Compared(int number, (FuelFillChange Fill, string Vehicle, IReadOnlyList<string> Mistakes) line, Dictionary<(int Vehicle, int Odometer), List<DateOnly?>> taken)
    {
        var (fill, vehicle, mistakes) = line;
        if (mistakes.Count > 0)
        {
            return new FuelImportLine(number, FuelImportState.Wrong, vehicle, fill, mistakes);
        }

        if (!taken.TryGetValue((fill.VehicleId, fill.Odometer), out var days))
        {
            taken.Add((fill.VehicleId, fill.Odometer), [fill.Date]);
            return new FuelImportLine(number, FuelImportState.New, vehicle, fill, []);
        }

        return days.Contains(fill.Date)
            ? new FuelImportLine(number, FuelImportState.Known, vehicle, fill, [])
            : new FuelImportLine(number, FuelImportState.Wrong, vehicle, fill, [$"{FuelColumns.NameOf(nameof(fill.Odometer))}: Another fill of this vehicle has the same reading"]);
    }
}
