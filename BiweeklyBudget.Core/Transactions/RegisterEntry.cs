using BiweeklyBudget.Core.Accounts;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>A transaction in the register of its account.</summary>
/// <param name="Transaction">The transaction.</param>
/// <param name="Balance">
/// What the account holds after it, in its natural sign (card debt negative); null where the page leaves transactions out. The balance after the last transaction of today is
/// <see cref="AccountFigures.Difference"/>: what the bank says, less what is not reconciled. From there every transaction counts, backwards and, for days to come, forwards.
/// </param>
public sealed record RegisterEntry(TransactionDetails Transaction, decimal? Balance);
