using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>What the lists of accounts show of one account.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type; null on rows that never had one.</param>
/// <param name="Ledger">Ledger of the current balance, in its natural sign (card debt negative); 0 when none is stored.</param>
/// <param name="CreditLimit">The limit; null when unknown.</param>
/// <param name="Unreconciled">Sum of the transactions not reconciled, from the begin of reconciling up to today.</param>
/// <param name="Difference">Ledger less unreconciled.</param>
/// <param name="Available">Limit plus ledger; null when the limit is unknown.</param>
/// <param name="AvailableLessUnreconciled">Available less unreconciled; null when the limit is unknown.</param>
/// <param name="StatementAsOf">Time of the latest statement; null when there is none.</param>
/// <param name="IsStale">Whether that statement is older than the settings allow; an account without one is never stale.</param>
public sealed record AccountFigures(
    int Id,
    string Name,
    AccountType? Type,
    decimal Ledger,
    decimal? CreditLimit,
    decimal Unreconciled,
    decimal Difference,
    decimal? Available,
    decimal? AvailableLessUnreconciled,
    DateTime? StatementAsOf,
    bool IsStale)
{
    /// <summary>From when on the account holds <see cref="Ledger"/>, UTC: a statement's time, or the day that somebody said; null when nobody did.</summary>
    public DateTime? BalanceAsOf { get; init; }
}
