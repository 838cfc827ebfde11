using System.Globalization;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>
/// Pays cards off month by month (spec/credit-payoff.md §9). Every figure of a method – totals, schedule, chart, saving – comes from one run. It
/// always ends: after <see cref="MostRounds"/> months, or when the debt has grown beyond any measure, the method has failed (defect 6).
/// </summary>
internal static class PayoffSimulation
{
    /// <summary>A hundred years of monthly payments.</summary>
    public const int MostRounds = 1200;

    // Beyond any measure: this, or a thousand times a debt that is greater itself. Far below where decimals end.
    private const decimal LargestDebt = 1_000_000_000_000_000m;

    /// <summary>Runs a method to its end.</summary>
    /// <param name="method">Who gets how much.</param>
    /// <param name="opening">The last statement of each card, in the order of accounts. What is not owed is no debt: such a card is done without a payment.</param>
    /// <param name="plan">What is paid on all cards. The first card's periods are the clock that dates its changes, whether that card is still unpaid or not (defect 11).</param>
    /// <param name="policy">What becomes of the rest when a card needs less than it was given.</param>
    /// <returns>All cards paid off, or why not.</returns>
    public static PayoffResult Run(PayoffMethod method, IReadOnlyList<CardStatement> opening, PaymentPlan plan, PayoffPolicy policy = PayoffPolicy.PassesOn)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(opening);
        ArgumentNullException.ThrowIfNull(plan);
        var owed = opening.Where(statement => statement.EndBalance > 0).Sum(statement => statement.EndBalance);
        var (decimals, largestDebt) = (CardStatement.DecimalsFor(owed), Math.Max(LargestDebt, owed * 1000m));
        CardStatement[] statements = [.. opening.Select(statement => statement with { Decimals = decimals })];
        var schedules = Array.ConvertAll(statements, _ => new List<CardMonth>());
        var unpaid = new List<int>(Enumerable.Range(0, statements.Length));
        var cards = new UnpaidCard[statements.Length];
        var payments = new decimal[statements.Length];
        var first = statements.Length > 0 ? statements[0].Period : default;
        var clock = first;
        for (var round = 0; unpaid.Count > 0; round++, clock = clock.Next)
        {
            if (round == MostRounds)
            {
                return new PayoffResult.Failed(string.Create(CultureInfo.InvariantCulture, $"ERROR: Not paid off after {MostRounds} months: the payments are too low."));
            }

            for (var i = 0; i < unpaid.Count; i++)
            {
                var statement = statements[unpaid[i]];
                cards[i] = new UnpaidCard(unpaid[i], statement.EndBalance, statement.Terms.Apr, statement.MinimumDue);
            }

            if (method.Distribute(cards.AsSpan(0, unpaid.Count), method.TotalOf(plan, clock), policy, payments) is { } refusal)
            {
                return new PayoffResult.Failed(refusal);
            }

            var goingOn = 0;
            for (var i = 0; i < unpaid.Count; i++)
            {
                var position = unpaid[i];
                if (!Pay(ref statements[position], payments[i], schedules[position]))
                {
                    unpaid[goingOn++] = position;
                }

                if (statements[position].EndBalance > largestDebt)
                {
                    return new PayoffResult.Failed("ERROR: The debt grows without end: the interest is higher than the payments.");
                }
            }

            unpaid.RemoveRange(goingOn, unpaid.Count - goingOn);
        }

        return new PayoffResult.PaidOff([.. opening.Select((statement, i) => new CardPayoff(statement.EndBalance, schedules[i]))], first);
    }

    /// <summary>Pays on one card, and says whether that is the end of it. It never takes more than it owes.</summary>
    private static bool Pay(ref CardStatement statement, decimal payment, List<CardMonth> schedule)
    {
        var owed = statement.EndBalance;
        if (owed <= 0)
        {
            return true;
        }

        if (owed <= payment)
        {
            schedule.Add(new CardMonth(owed, 0m, 0m));
            return true;
        }

        statement = statement.Pay(payment);
        schedule.Add(new CardMonth(payment, statement.EndBalance - owed + payment, statement.EndBalance));
        return false;
    }
}
