using System.Globalization;

namespace BiweeklyBudget.Hosting.Features.Fuel;

/// <summary>Figures of the fuel log as they are shown (spec/fuel.md §4). What is not known is blank.</summary>
internal static class FuelText
{
    /// <summary>A volume cut to three decimals.</summary>
    public static decimal? Cut(decimal? volume) => volume is { } value ? decimal.Truncate(value * 1000m) / 1000m : null;

    /// <summary>A volume with three decimals.</summary>
    public static string Volume(decimal? volume) => Cut(volume)?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A reading with commas between thousands.</summary>
    public static string Reading(int? odometer) => odometer?.ToString("#,0", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A distance.</summary>
    public static string Distance(int? distance) => distance?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>How full a tank is.</summary>
    public static string Level(int? percent) => percent is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value}%") : "";

    /// <summary>An economy with as many decimals as it has.</summary>
    public static string Economy(decimal? economy) => economy?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
