using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Tests.Statements;

/// <summary>A bank transaction's set flags, by the names of their columns in alphabetical order.</summary>
internal static class FlagNames
{
    public static IEnumerable<string> Of(BankTransaction transaction) =>
        from flag in new[]
        {
            ("is_interest_charge", transaction.IsInterestCharge),
            ("is_interest_payment", transaction.IsInterestPayment),
            ("is_late_fee", transaction.IsLateFee),
            ("is_other_fee", transaction.IsOtherFee),
            ("is_payment", transaction.IsPayment),
        }
        where flag.Item2 == true
        select flag.Item1;
}
