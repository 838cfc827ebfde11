namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>What a simulation comes to.</summary>
internal abstract record PayoffResult
{
    private PayoffResult()
    {
    }

    /// <summary>All cards are paid off.</summary>
    /// <param name="Cards">Each card, in the order of accounts.</param>
    /// <param name="FirstPeriod">The period of the first round's statements, the common clock of all cards; the first payment falls into the period after it.</param>
    public sealed record PaidOff(IReadOnlyList<CardPayoff> Cards, BillingPeriod FirstPeriod) : PayoffResult
    {
        /// <summary>Number of months until the last card is paid off.</summary>
        public int Months => Cards.Count == 0 ? 0 : Cards.Max(card => card.Months);

        /// <summary>Sum of all payments.</summary>
        public decimal TotalPayments => Cards.Sum(card => card.TotalPayments);

        /// <summary>What is paid beyond the debts.</summary>
        public decimal TotalInterest => Cards.Sum(card => card.TotalInterest);

        /// <summary>Sum of the first payments.</summary>
        public decimal NextPayment => Cards.Sum(card => card.NextPayment);

        /// <summary>The day of each round's payments.</summary>
        /// <returns>As many days as <see cref="Months"/>.</returns>
        public IReadOnlyList<DateOnly> PaymentDates()
        {
            var dates = new DateOnly[Months];
            var period = FirstPeriod;
            for (var round = 0; round < dates.Length; round++)
            {
                period = period.Next;
                dates[round] = period.PaymentDate;
            }

            return dates;
        }

        /// <summary>What is owed on all cards after each round.</summary>
        /// <returns>As many sums as <see cref="Months"/>; the last one is 0.</returns>
        public IReadOnlyList<decimal> Debts() => [.. Enumerable.Range(0, Months).Select(round => Cards.Sum(card => card.BalanceAfter(round)))];
    }

    /// <summary>The method cannot go on.</summary>
    /// <param name="Reason">Why, for the user.</param>
    public sealed record Failed(string Reason) : PayoffResult;
}
