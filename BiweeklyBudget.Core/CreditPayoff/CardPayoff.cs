namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>How one card is paid off.</summary>
/// <param name="OpeningBalance">What is owed at the start, positive, in the currency of the accounts.</param>
/// <param name="Schedule">Its months with a payment, from the first round on; none when nothing is owed.</param>
public sealed record CardPayoff(decimal OpeningBalance, IReadOnlyList<CardMonth> Schedule)
{
    /// <summary>Number of payments, one a month.</summary>
    public int Months => Schedule.Count;

    /// <summary>Sum of all payments.</summary>
    public decimal TotalPayments { get; } = Schedule.Sum(month => month.Payment);

    /// <summary>What is paid beyond the debt.</summary>
    public decimal TotalInterest => TotalPayments - OpeningBalance;

    /// <summary>The first payment; 0 when there is none.</summary>
    public decimal NextPayment => Schedule.Count > 0 ? Schedule[0].Payment : 0m;

    /// <summary>What is owed after a round.</summary>
    /// <param name="round">The round, from 0; beyond the last one nothing is owed.</param>
    /// <returns>The balance.</returns>
    public decimal BalanceAfter(int round) => round < Schedule.Count ? Schedule[round].Balance : 0m;
}
