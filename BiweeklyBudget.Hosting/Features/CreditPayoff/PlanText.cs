using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>How plans compare, in sentences. What differs by less than a cent is called the same.</summary>
internal static class PlanText
{
    private const string Reference = "minimum payments";

    /// <summary>How much a method saves, in money and time.</summary>
    public static string Saving(PayoffSaving saving, MoneyFormat money)
    {
        ArgumentNullException.ThrowIfNull(money);
        var cents = decimal.Round(saving.Money, 2, MidpointRounding.ToEven);
        var amount = cents switch
        {
            > 0 => $"Saves {money.Format(cents)}",
            < 0 => $"Costs {money.Format(-cents)} more",
            _ => "Costs the same",
        };

        return saving.Months switch
        {
            > 0 when cents == 0 => $"{amount} as {Reference} and is done {MonthsText.Of(saving.Months)} sooner.",
            < 0 when cents == 0 => $"{amount} as {Reference} and takes {MonthsText.Of(-saving.Months)} longer.",
            > 0 => $"{amount} and is done {MonthsText.Of(saving.Months)} sooner than {Reference}.",
            < 0 when cents > 0 => $"{amount} but takes {MonthsText.Of(-saving.Months)} longer than {Reference}.",
            < 0 => $"{amount} and takes {MonthsText.Of(-saving.Months)} longer than {Reference}.",
            _ when cents < 0 => $"{amount} than {Reference} and takes as long.",
            _ => $"{amount} and takes as long as {Reference}.",
        };
    }

    /// <summary>Which method is the cheapest; those that cost the same are all named.</summary>
    /// <param name="report">Plans of which at least one pays all cards off.</param>
    public static string Cheapest(PayoffReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        string[] titles = [.. report.Cheapest.Select(method => method.Title)];
        return titles.Length switch
        {
            1 => $"cheapest: {titles[0]}",
            _ when titles.Length == report.Methods.Count(method => method.IsPaidOff) => $"all ways cost the same; quickest: {titles[0]}",
            _ => $"cheapest: {titles[0]}; {string.Join(", ", titles[1..])} {(titles.Length == 2 ? "costs" : "cost")} the same",
        };
    }
}
