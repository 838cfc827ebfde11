using System.Globalization;

namespace BiweeklyBudget.Hosting.Ui.Forms;

/// <summary>Stored values as they stand in fields of forms.</summary>
internal static class FieldText
{
    /// <summary>An amount or a rate: no grouping, a point, two to four decimals; empty for null.</summary>
    public static string Amount(decimal? amount) => amount?.ToString("0.00##", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A whole number; empty for null.</summary>
    public static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A flag.</summary>
    public static string Flag(bool? flag) => flag == true ? "true" : "false";
}
