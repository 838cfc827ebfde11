namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>
/// One statement of a card (spec/credit-payoff.md §8). What follows from a payment is kept to <see cref="Places"/> decimals: far finer than
/// any figure that is shown or compared, and coarse enough that the sums of a whole payoff are exact to their last digit.
/// </summary>
/// <param name="Terms">The card's conditions.</param>
/// <param name="Period">Its days.</param>
/// <param name="EndBalance">What is owed at its end.</param>
/// <param name="Interest">The interest charged in it, contained in the end balance.</param>
internal sealed record CardStatement(CardTerms Terms, BillingPeriod Period, decimal EndBalance, decimal Interest)
{
    /// <summary>Decimals that a simulation keeps, but for very large debts (<see cref="Decimals"/>).</summary>
    public const int Places = 18;

    // Debts below it and their payments of a hundred years have ten digits before the point, so that 18 places fit behind it.
    private const decimal UsualDebt = 10_000_000m;

    /// <summary>Decimals that this card keeps: fewer the larger the debts of the whole payoff are, so that its sums still fit into a decimal's 28 digits.</summary>
    public int Decimals { get; init; } = Places;

    /// <summary>The least that must be paid on it, not capped at the balance.</summary>
    public decimal MinimumDue => Kept(Terms.Minimum.Amount(EndBalance, Interest));

    /// <summary>The statement of a period, calculated day by day.</summary>
    /// <param name="terms">The card's conditions.</param>
    /// <param name="period">Its days.</param>
    /// <param name="principal">What is owed before its first day.</param>
    /// <param name="transactions">What changes the balance within it; a payment is negative.</param>
    /// <param name="endBalance">The end balance when the bank states one.</param>
    /// <param name="interest">The interest when the bank states it.</param>
    /// <returns>The statement, with what is not stated calculated.</returns>
    public static CardStatement Of(
        CardTerms terms, BillingPeriod period, decimal principal, IReadOnlyList<DatedAmount> transactions, decimal? endBalance = null, decimal? interest = null)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var calculated = terms.Interest.Calculate(terms.Apr, principal, period, transactions);
        return new CardStatement(terms, period, endBalance ?? calculated.EndBalance, interest ?? calculated.Interest);
    }

    /// <summary>The statement after it.</summary>
    /// <param name="transactions">What changes the balance in the next period; a payment is negative.</param>
    /// <returns>The next period's statement.</returns>
    public CardStatement Next(IReadOnlyList<DatedAmount> transactions) => Of(Terms, Period.Next, EndBalance, transactions);

    /// <summary>The statement after it when nothing but a payment happens, on the next period's payment date.</summary>
    /// <param name="payment">What is paid, positive.</param>
    /// <returns>The next period's statement.</returns>
    public CardStatement Pay(decimal payment)
    {
        var next = Period.Next;
        var (interest, endBalance) = Terms.Month(next, EndBalance, payment);
        return new CardStatement(Terms, next, Kept(endBalance), interest) { Decimals = Decimals };
    }

    /// <summary>How many decimals to keep when so much is owed on all cards.</summary>
    /// <param name="debt">The sum of their balances.</param>
    /// <returns>At most <see cref="Places"/>.</returns>
    public static int DecimalsFor(decimal debt)
    {
        var decimals = Places;
        for (var rest = debt; rest >= UsualDebt && decimals > 4; rest /= 10m)
        {
            decimals--;
        }

        return decimals;
    }

    private decimal Kept(decimal amount) => amount.Scale <= Decimals ? amount : decimal.Round(amount, Decimals, MidpointRounding.ToEven);
}
