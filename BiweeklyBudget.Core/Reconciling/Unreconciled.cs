using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>Everything that waits to be reconciled, and what of it fits together.</summary>
/// <param name="Transactions">The transactions, by date and id.</param>
/// <param name="BankTransactions">The bank transactions, by time posted and FITID.</param>
/// <param name="Suggestions">The best pair of each transaction that has one: the sure ones first, then by date and id of the transaction.</param>
public sealed record Unreconciled(
    IReadOnlyList<TransactionDetails> Transactions, IReadOnlyList<BankTransactionDetails> BankTransactions, IReadOnlyList<SuggestedMatch> Suggestions);
