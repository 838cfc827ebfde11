using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>Which of an account's balances is the current one (spec/domain.md, defect 16).</summary>
internal static class CurrentBalance
{
    /// <summary>
    /// Orders balances so that the current one of each account comes first: the one of the latest day by its own word, then the greatest overall date, then the
    /// greatest id. A file of an older day that is downloaded later does not move the balance back. Rows without a ledger date, such as the zero row of a new
    /// account, count only when there is no other: both engines put them last. It is the order of the index bb_ix_account_balances_account_id_ledger_date.
    /// </summary>
    /// <param name="balances">Balances. A query of accounts narrows them down to those of the account; the order stays.</param>
    /// <returns>The balances, the current one first.</returns>
    public static IOrderedQueryable<AccountBalance> First(IQueryable<AccountBalance> balances) => balances.OrderByDescending(b => b.LedgerDate).ThenByDescending(b => b.OverallDate).ThenByDescending(b => b.Id);
}
