using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Hosting.Ui.Forms;

/// <summary>Stored values as they stand in fields of forms.</summary>
internal static class FieldText
{
    /// <summary>An amount or a rate: no grouping, a point, two to four decimals; empty for null.</summary>
    public static string Amount(decimal? amount) => amount?.ToString("0.00##", CultureInfo.InvariantCulture) ?? "";

    /// <summary>An amount as it is typed in the household's locale, in a field of which a <c>data-kind</c> says so; empty for null.</summary>
    public static string Typed(decimal? amount, MoneyFormat money) => money.Write(amount);

    /// <summary>How many decimals an amount's field takes: the currency's, and more when what is stored has more, so that it can stay. Null for the currency's.</summary>
    public static string? Decimals(decimal? amount, MoneyFormat money, int? least = null)
    {
        var decimals = Math.Max(least ?? 0, amount is { } stored ? FewestFor(stored, money.Decimals) : 0);
        return decimals > money.Decimals ? Number(decimals) : null;
    }

    /// <summary>How amounts are written in the household's locale, for the browser's reader (wwwroot/bb/js/typed-amounts.js).</summary>
    public static string Notation(MoneyFormat money) => JsonSerializer.Serialize(money.Notation, JsonSerializerOptions.Web);

    /// <summary>A whole number; empty for null.</summary>
    public static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A flag.</summary>
    public static string Flag(bool? flag) => flag == true ? "true" : "false";

    private static int FewestFor(decimal amount, int decimals)
    {
        while (decimal.Round(amount, decimals) != amount)
        {
            decimals++;
        }

        return decimals;
    }
}
