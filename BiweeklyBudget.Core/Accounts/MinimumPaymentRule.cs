namespace BiweeklyBudget.Core.Accounts;

/// <summary>How a card's bank finds the least that must be paid on a statement. The names are those of the database and of the HTTP interface.</summary>
public enum MinimumPaymentRule
{
    // The end of the name is no suffix but a bank.
    /// <summary>American Express: interest plus 1 % of the balance, at least 35.</summary>
#pragma warning disable CA1711
    MinPaymentAmEx,
#pragma warning restore CA1711

    /// <summary>Citi: the greatest of 25, 1 % of the balance plus interest, and 1.5 % of the balance in whole units.</summary>
    MinPaymentCiti,

    /// <summary>Discover: the greatest of 35, 2 % of the balance, and 20 plus interest.</summary>
    MinPaymentDiscover,
}
