namespace BiweeklyBudget.Core.Statements;

/// <summary>A bank transaction's amount as its account sees it (spec/bank-data.md §2.4): expenses positive, income negative.</summary>
internal static class AccountAmount
{
    /// <summary>The bank's amount, negated for accounts with "Negate OFX Amounts".</summary>
    /// <param name="amount">As stored, with the bank's sign; null when the bank said none.</param>
    /// <param name="isNegated">The account's setting; null counts as false.</param>
    public static decimal? Of(decimal? amount, bool? isNegated) => isNegated == true ? -amount : amount;
}
