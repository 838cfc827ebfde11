using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>A bank transaction that waits to be reconciled.</summary>
/// <param name="Row">The row, with the amount as the bank reported it.</param>
/// <param name="AccountName">Name of its account.</param>
/// <param name="AccountAmount">The amount in the sign of the account's books: negated when the account says so (spec/domain.md §12).</param>
public sealed record UnreconciledBankTransaction(BankTransaction Row, string AccountName, decimal AccountAmount)
{
    /// <summary>Its key.</summary>
    public BankTransactionKey Key => new(Row.AccountId, Row.FitId);

    /// <summary>The UTC day it was posted.</summary>
    public DateOnly DatePosted => DateOnly.FromDateTime(Row.DatePosted!.Value);

    /// <summary>Whether the two may be reconciled with each other on the page: same account, exactly the same amount (spec/domain.md §12).</summary>
    /// <param name="transaction">An unreconciled transaction.</param>
    /// <returns>Whether they fit.</returns>
    public bool Fits(TransactionDetails transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return transaction.AccountId == Row.AccountId && transaction.Amount == AccountAmount;
    }
}
