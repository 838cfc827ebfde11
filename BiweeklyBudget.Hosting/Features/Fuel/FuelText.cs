using System.Globalization;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Ui;

namespace BiweeklyBudget.Hosting.Features.Fuel;

/// <summary>Figures of the fuel log as they are shown (spec/fuel.md §4). What is not known is blank.</summary>
internal static class FuelText
{
    /// <summary>A volume cut to three decimals.</summary>
    public static decimal? Cut(decimal? volume) => volume is { } value ? decimal.Truncate(value * 1000m) / 1000m : null;

    /// <summary>A volume with three decimals.</summary>
    public static string Volume(decimal? volume, AmountNotation notation) => NumberText.Of(Cut(volume), "0.000", notation);

    /// <summary>A reading in groups of digits.</summary>
    public static string Reading(int? odometer, AmountNotation notation) => NumberText.Of(odometer, "#,0", notation);

    /// <summary>A distance.</summary>
    public static string Distance(int? distance) => distance?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>How full a tank is.</summary>
    public static string Level(int? percent) => percent is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value}%") : "";

    /// <summary>An economy with as many decimals as it has.</summary>
    public static string Economy(decimal? economy, AmountNotation notation) => NumberText.Of(economy, "0.####", notation);

    /// <summary>A volume or an economy as a field has it, which programs write as well.</summary>
    public static string Economy(decimal? economy) => economy?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
