using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Fuel;

/// <summary>Reads one line of a file of fills, and finds what is wrong with it whatever else the log holds.</summary>
/// <param name="columns">The file's columns.</param>
/// <param name="hasDecimalCommas">Whether a comma separates no cells and may stand in numbers.</param>
/// <param name="vehicles">The vehicles to choose from.</param>
internal sealed class FuelLineReader(FuelColumns columns, bool hasDecimalCommas, IReadOnlyCollection<Vehicle> vehicles)
{
    /// <summary>Reads a line.</summary>
    /// <returns>What it says, and what is wrong with it.</returns>
    public (FuelFillChange Fill, string Vehicle, IReadOnlyList<string> Mistakes) Read(IReadOnlyList<string> cells)
    {
        var mistakes = new List<string>();
        var unreadable = new HashSet<string>(StringComparer.Ordinal);
        var name = Text(nameof(FuelFillChange.VehicleId));
        var fill = new FuelFillChange
        {
            VehicleId = Vehicle(name),
            Date = Date(nameof(FuelFillChange.Date)),
            Odometer = Number(nameof(FuelFillChange.Odometer)) ?? Missing(nameof(FuelFillChange.Odometer)),
            ReportedDistance = Number(nameof(FuelFillChange.ReportedDistance)),
            LevelBefore = Number(nameof(FuelFillChange.LevelBefore)),
            LevelAfter = Number(nameof(FuelFillChange.LevelAfter)),
            Location = Text(nameof(FuelFillChange.Location)),
            Price = Decimal(nameof(FuelFillChange.Price)),
            TotalCost = Decimal(nameof(FuelFillChange.TotalCost)) ?? Missing(nameof(FuelFillChange.TotalCost)),
            Volume = Decimal(nameof(FuelFillChange.Volume)) ?? Missing(nameof(FuelFillChange.Volume)),
            ReportedEconomy = Decimal(nameof(FuelFillChange.ReportedEconomy)),
            Notes = Text(nameof(FuelFillChange.Notes)),
        };
        var problems = new Problems(unreadable);
        FuelFillRules.Check(fill, problems);
        problems.CheckDate(nameof(fill.Date), fill.Date);
        mistakes.AddRange(problems.Found.Select(problem => Mistake(problem.Property!, problem.Message)));
        return (fill, name, mistakes);

        string Text(string property) => columns.Text(cells, property);

        void Wrong(string property, string message)
        {
            if (unreadable.Add(property))
            {
                mistakes.Add(Mistake(property, message));
            }
        }

        int Missing(string property)
        {
            Wrong(property, "Cannot be empty");
            return 0;
        }

        int Vehicle(string text)
        {
            var exact = vehicles.Where(vehicle => string.Equals(vehicle.Name?.Trim(), text, StringComparison.Ordinal)).ToList();
            var found = exact.Count > 0 ? exact : [.. vehicles.Where(vehicle => SaveVehicle.IsSameName(vehicle.Name, text))];
            if (found.Count != 1)
            {
                Wrong(nameof(FuelFillChange.VehicleId), text.Length == 0 ? "Cannot be empty" : found.Count == 0 ? $"There is no vehicle \"{text}\"" : $"There are several vehicles \"{text}\"");
            }

            return found.Count == 1 ? found[0].Id : 0;
        }

        DateOnly Date(string property)
        {
            if (!DateOnly.TryParseExact(Text(property), "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                Wrong(property, Text(property).Length == 0 ? "Cannot be empty" : $"\"{Text(property)}\" is not valid (YYYY-MM-DD)");
            }

            return date;
        }

        int? Number(string property)
        {
            if (Text(property) is not { Length: > 0 } text)
            {
                return null;
            }

            if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                Wrong(property, $"\"{text}\" is not a whole number");
            }

            return number;
        }

        decimal? Decimal(string property)
        {
            if (Text(property) is not { Length: > 0 } text)
            {
                return null;
            }

            // The separator of thousands is not read: what 1.234 means must not depend on who looks at it.
            var plain = hasDecimalCommas && !text.Contains('.', StringComparison.Ordinal) ? text.Replace(',', '.') : text;
            if (!decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                Wrong(property, $"\"{text}\" is not a number");
            }

            return number;
        }
    }

    private static string Mistake(string property, string message) => $"{FuelColumns.NameOf(property)}: {message}";
}
