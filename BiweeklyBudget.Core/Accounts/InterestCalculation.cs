namespace BiweeklyBudget.Core.Accounts;

/// <summary>How a card's bank charges interest. The names are those of the database and of the HTTP interface.</summary>
public enum InterestCalculation
{
    /// <summary>On the average of the days' balances, which grow by each day's interest.</summary>
    AdbCompoundedDaily,

    /// <summary>Once, on the balance at the end of the period.</summary>
    SimpleInterest,
}
