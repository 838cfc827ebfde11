using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>A transaction that waits to be reconciled.</summary>
/// <param name="Transaction">The row, without its splits.</param>
/// <param name="AccountName">Name of its account.</param>
/// <param name="Budgets">Its shares by budget, the largest amount first.</param>
public sealed record UnreconciledTransaction(Transaction Transaction, string AccountName, IReadOnlyList<EntryBudget> Budgets)
{
    /// <summary>Its amount: the sum of its splits.</summary>
    public decimal Amount => Budgets.Sum(budget => budget.Amount);

    /// <summary>Whether the two may be reconciled with each other on the page: same account, exactly the same amount (spec/domain.md §12).</summary>
    /// <param name="bankTransaction">A bank transaction.</param>
    /// <returns>Whether they fit.</returns>
    public bool Fits(UnreconciledBankTransaction bankTransaction)
    {
        ArgumentNullException.ThrowIfNull(bankTransaction);
        return Transaction.AccountId == bankTransaction.Key.AccountId && Amount == bankTransaction.AccountAmount;
    }
}
