using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>Which of an account's balances is the current one (spec/domain.md, defect 16).</summary>
internal static class CurrentBalance
{
    /// <summary>
    /// Orders balances so that the current one of each account comes first: greatest overall date, then greatest id; rows
    /// without a ledger date, such as the zero row of a new account, only when there is no other.
    /// </summary>
    /// <param name="balances">Balances. A query of accounts narrows them down to those of the account; the order stays.</param>
    /// <returns>The balances, the current one first.</returns>
    public static IOrderedQueryable<AccountBalance> First(IQueryable<AccountBalance> balances) =>
        balances.OrderByDescending(b => b.LedgerDate != null).ThenByDescending(b => b.OverallDate).ThenByDescending(b => b.Id);

    /// <summary>
    /// The same order among balances that all have a ledger date, or all have none. An index gives them in it, so that only the first one of an account is looked at;
    /// of <see cref="First"/> all are.
    /// </summary>
    /// <param name="balances">Balances of one of the two kinds.</param>
    /// <returns>The balances, the current one first.</returns>
    public static IOrderedQueryable<AccountBalance> Latest(IQueryable<AccountBalance> balances) => balances.OrderByDescending(b => b.OverallDate).ThenByDescending(b => b.Id);
}
