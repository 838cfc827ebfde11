namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>What is owed on all cards over time, one line a method.</summary>
/// <param name="Titles">The lines' names: the title of every method that pays all cards off.</param>
/// <param name="Days">The points in time, from today's debt on, with the debt of each line in the order of <paramref name="Titles"/>, in the currency of the accounts: null once all is paid.</param>
public sealed record PayoffChart(IReadOnlyList<string> Titles, IReadOnlyList<(DateOnly Date, IReadOnlyList<decimal?> Debts)> Days)
{
    /// <summary>Makes the chart from the same results as the tables.</summary>
    /// <param name="report">The plans.</param>
    /// <returns>The chart; without points when nothing is owed or no method succeeds.</returns>
    internal static PayoffChart Of(PayoffReport report)
    {
        var lines = report.Methods.Select(m => (m.Method.Title, Result: m.Result as PayoffResult.PaidOff)).Where(l => l.Result?.Months > 0).ToList();
        if (lines.Count == 0)
        {
            return new PayoffChart([], []);
        }

        var debts = lines.ConvertAll(l => l.Result!.Debts());
        var longest = lines.MaxBy(l => l.Result!.Months).Result!;
        var owed = longest.Cards.Sum(card => card.OpeningBalance);
        var days = new List<(DateOnly, IReadOnlyList<decimal?>)> { (longest.FirstPeriod.End, [.. lines.Select(_ => (decimal?)owed)]) };
        days.AddRange(longest.PaymentDates().Select((date, round) => (date, (IReadOnlyList<decimal?>)[.. debts.Select(line => round < line.Count ? line[round] : (decimal?)null)])));
        return new PayoffChart([.. lines.Select(l => l.Title)], days);
    }
}
