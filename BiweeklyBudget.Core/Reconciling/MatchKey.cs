using System.Globalization;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>
/// What a transaction and a bank transaction must have in common to be matched: the account, and exactly the amount. Two belong together only when
/// their keys are equal.
/// </summary>
/// <param name="AccountId">The account.</param>
/// <param name="Amount">The amount in the sign of the account's books, expenses positive.</param>
public readonly record struct MatchKey(int AccountId, decimal Amount)
{
    /// <summary>The key of a transaction.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <returns>The key; null without an account: nothing matches it.</returns>
    public static MatchKey? Of(TransactionDetails transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return transaction.AccountId is { } account ? new MatchKey(account, transaction.Amount) : null;
    }

    /// <summary>The key of a bank transaction. One without an amount counts as 0.</summary>
    /// <param name="bankTransaction">The bank transaction.</param>
    /// <returns>The key.</returns>
    public static MatchKey Of(BankTransactionDetails bankTransaction)
    {
        ArgumentNullException.ThrowIfNull(bankTransaction);
        return new MatchKey(bankTransaction.AccountId, bankTransaction.AccountAmount ?? 0m);
    }

    /// <summary>A text that equal keys share and different ones do not.</summary>
    /// <returns>The account and the amount with four decimals, such as <c>1:62.3000</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{AccountId}:{(Amount == 0m ? 0m : Amount):0.0000}");
}
