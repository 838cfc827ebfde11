using System.Globalization;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>A card in a table: <c>CreditOne ($952.06 @ 1.00%)</c>.</summary>
internal static class CardLabel
{
    /// <summary>Name, what is owed, and the rate in percent with two decimals, halves to even.</summary>
    public static string Of(PayoffCard card, MoneyFormat money)
    {
        var balance = money.Format(Math.Abs(card.Ledger)) + (card.Ledger > 0 ? " in credit" : "");
        var rate = card.Apr is { } apr ? " @ " + Math.Round(apr * 100, 2, MidpointRounding.ToEven).ToString("F2", CultureInfo.InvariantCulture) + "%" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{card.Name} ({balance}{rate})");
    }
}
