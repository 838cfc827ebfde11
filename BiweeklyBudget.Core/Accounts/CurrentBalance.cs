using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>Which of an account's balances is the current one (spec/domain.md, defect 16).</summary>
internal static class CurrentBalance
{
    /// <summary>
    /// Orders balances so that the current one of each account comes first: greatest overall date, then greatest id. Rows without a ledger date, such as the zero row of a
    /// new account, count only when there is no other: callers ask for those with one first, in a question of its own, because an index gives the latest rows of an account at once
    /// but does not know which of them have a ledger date.
    /// </summary>
    /// <param name="balances">Balances. A query of accounts narrows them down to those of the account; the order stays.</param>
    /// <returns>The balances, the current one first.</returns>
    public static IOrderedQueryable<AccountBalance> First(IQueryable<AccountBalance> balances) =>
        balances.OrderByDescending(b => b.OverallDate).ThenByDescending(b => b.Id);
}
