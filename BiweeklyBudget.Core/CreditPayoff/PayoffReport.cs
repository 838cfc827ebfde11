namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>All payoff methods over all cards. Amounts are in the currency of the accounts and keep fractions of a cent.</summary>
public sealed class PayoffReport
{
    private static readonly CardPayoff NothingOwed = new(0m, []);

    private PayoffReport(IReadOnlyList<PayoffCard> cards, IReadOnlyList<IncompleteCard> incomplete, PayoffInputs inputs, PayoffPolicy policy)
    {
        Cards = cards;
        Incomplete = incomplete;
        PayoffCard[] owing = [.. cards.Where(card => card.Statement is not null)];
        var ids = owing.Select(card => card.Id).ToArray();
        var ranks = CardOrder.Ranks(inputs.Order, ids);
        Order = [.. owing.OrderBy(card => ranks[Array.IndexOf(ids, card.Id)])];
        MinimumSum = owing.Sum(card => card.MinimumDue);
        Methods = Run(cards, [.. owing.Select(card => card.Statement!)], ranks, inputs.Settings.PlanFrom(MinimumSum), policy);
    }

    /// <summary>The cards that could be calculated, by account id, also those that owe nothing.</summary>
    public IReadOnlyList<PayoffCard> Cards { get; }

    /// <summary>The cards that could not.</summary>
    public IReadOnlyList<IncompleteCard> Incomplete { get; }

    /// <summary>The cards that owe something, in the user's own order.</summary>
    public IReadOnlyList<PayoffCard> Order { get; }

    /// <summary>Sum of the minimum payments: the monthly sum as long as no increase begins.</summary>
    public decimal MinimumSum { get; }

    /// <summary>The sum of minimum payments as the settings show it: rounded up to cents.</summary>
    // Unlike every other figure (spec/credit-payoff.md, defect 17).
    public decimal MinimumSumRoundedUp => decimal.Round(MinimumSum, 2, MidpointRounding.ToPositiveInfinity);

    /// <summary>What is owed on all cards.</summary>
    public decimal Owed => Cards.Sum(card => card.Owed);

    /// <summary>The methods, minimum payments first; the user's own order last, when there are at least two cards to put in order.</summary>
    public IReadOnlyList<MethodReport> Methods { get; }

    /// <summary>The cheapest method that pays all cards off, or null. Of those that cost the same the quickest; then the highest rate first, which one would expect, and minimum payments last.</summary>
    public MethodReport? Best => Cheapest.Count > 0 ? Cheapest[0] : null;

    /// <summary>All methods that cost what <see cref="Best"/> costs, to the cent, <see cref="Best"/> first; empty when none pays all cards off.</summary>
    // What differs by less than a cent is the same for everybody: the figures are rounded for display only.
    public IReadOnlyList<MethodReport> Cheapest => [.. Methods.Where(m => m.IsPaidOff)
        .GroupBy(m => decimal.Round(m.TotalPayments!.Value, 2, MidpointRounding.ToEven))
        .OrderBy(equals => equals.Key)
        .Take(1)
        .SelectMany(equals => equals)
        .OrderBy(m => m.Months)
        .ThenBy(m => m.Method is MinPaymentMethod)
        .ThenByDescending(m => m.Method is HighestInterestRateFirstMethod)];

    /// <summary>What is owed over time by each method.</summary>
    /// <returns>The chart; without points when nothing is owed or no method succeeds.</returns>
    public PayoffChart Chart() => PayoffChart.Of(this);

    /// <summary>Makes the report.</summary>
    /// <param name="inputs">What plans are made from.</param>
    /// <param name="primeRate">The prime rate as a fraction, or null when it is not known.</param>
    /// <param name="policy">What becomes of the rest when a card needs less than it was given.</param>
    /// <returns>The report.</returns>
    internal static PayoffReport Of(PayoffInputs inputs, decimal? primeRate, PayoffPolicy policy = PayoffPolicy.PassesOn)
    {
        var cards = new List<PayoffCard>();
        var incomplete = new List<IncompleteCard>();
        foreach (var card in inputs.Cards)
        {
            var apr = card.EffectiveApr(primeRate);
            var missing = card.Missing(apr);
            if (missing.Count > 0)
            {
                incomplete.Add(new IncompleteCard(card.Id, card.Name ?? "", missing));
            }
            else
            {
                cards.Add(new PayoffCard { Id = card.Id, Name = card.Name ?? "", Ledger = card.Ledger!.Value, Apr = apr, Statement = card.Ledger < 0 ? Opening(card, apr!.Value) : null });
            }
        }

        return new PayoffReport(cards, incomplete, inputs, policy);
    }

    /// <summary>The opening statement: the bank's own figures, nothing computed.</summary>
    private static CardStatement Opening(CreditCard card, decimal apr) => new(
        new CardTerms(InterestMethod.Find(card.InterestMethod)!, apr, MinimumPayment.Find(card.MinimumPayment)!),
        BillingPeriod.Of(DateOnly.FromDateTime(card.BalanceDate!.Value)),
        -card.Ledger!.Value,
        card.LastInterest!.Value);

    private static List<MethodReport> Run(IReadOnlyList<PayoffCard> cards, IReadOnlyList<CardStatement> statements, IReadOnlyList<int> ranks, PaymentPlan plan, PayoffPolicy policy)
    {
        var reports = new List<MethodReport>();
        PayoffResult.PaidOff? minimum = null;
        foreach (var method in statements.Count > 1 ? [.. PayoffMethod.Offered, new CustomOrderMethod(ranks)] : PayoffMethod.Offered)
        {
            var result = PayoffSimulation.Run(method, statements, plan, policy);
            var paid = result as PayoffResult.PaidOff;
            var rows = new Queue<CardPayoff>(paid?.Cards ?? []);
            reports.Add(new MethodReport(
                method,
                result,
                paid is null ? [] : [.. cards.Select(card => card.Statement is null ? NothingOwed : rows.Dequeue())],
                paid is not null && minimum is not null ? new PayoffSaving(minimum.TotalPayments - paid.TotalPayments, minimum.Months - paid.Months) : null));
            minimum = method is MinPaymentMethod ? paid : minimum;
        }

        return reports;
    }
}
