using System.Globalization;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>A card of a payoff report.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The account's name.</param>
/// <param name="Ledger">Its balance: negative is owed; otherwise nothing is owed and the card is paid (defect 3).</param>
/// <param name="Apr">The rate that applies, as a fraction; null when it is not known and does not matter because nothing is owed.</param>
/// <param name="Statement">Where the payoff starts; null when nothing is owed.</param>
public sealed record PayoffCard(int Id, string Name, decimal Ledger, decimal? Apr, CardStatement? Statement)
{
    /// <summary>What is owed.</summary>
    public decimal Owed => Statement?.EndBalance ?? 0m;

    /// <summary>The minimum payment; 0 when nothing is owed.</summary>
    public decimal MinimumDue => Statement?.MinimumDue ?? 0m;

    /// <summary>The card in a table: <c>CreditOne (3) ($952.06 @ 1.00%)</c>.</summary>
    /// <param name="money">Formats the balance.</param>
    /// <returns>Name, id, what is owed, and the rate in percent with two decimals, halves to even.</returns>
    public string Label(MoneyFormat money)
    {
        ArgumentNullException.ThrowIfNull(money);
        var balance = money.Format(Math.Abs(Ledger)) + (Ledger > 0 ? " in credit" : "");
        var rate = Apr is { } apr ? " @ " + Math.Round(apr * 100, 2, MidpointRounding.ToEven).ToString("F2", CultureInfo.InvariantCulture) + "%" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Name} ({Id}) ({balance}{rate})");
    }
}
