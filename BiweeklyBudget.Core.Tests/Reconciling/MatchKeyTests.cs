using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Tests.Reconciling;

/// <summary>The page's scripts compare the keys as texts, the engine as values: both must find the same.</summary>
public sealed class MatchKeyTests
{
    [Theory]
    [InlineData("62.30", "62.3000", false, true)]
    [InlineData("62.30", "-62.30", true, true)]
    [InlineData("62.30", "-62.30", false, false)]
    [InlineData("62.30", "62.3001", false, false)]
    [InlineData("0", "0.00", true, true)]
    public void Amounts_must_be_exactly_equal_in_the_sign_of_the_accounts_books(string amount, string bankAmount, bool isNegated, bool fits)
    {
        var (transaction, bankTransaction) = (Entered(1, Money(amount)), Posted(1, Money(bankAmount), isNegated));

        Assert.Equal(fits, MatchKey.Of(transaction) == MatchKey.Of(bankTransaction));
        Assert.Equal(fits, MatchKey.Of(transaction).ToString() == MatchKey.Of(bankTransaction).ToString());
    }

    [Fact]
    public void Accounts_must_be_equal()
    {
        Assert.NotEqual(MatchKey.Of(Entered(1, 5m)), MatchKey.Of(Posted(2, 5m)));
        Assert.NotEqual(MatchKey.Of(Entered(1, 5m)).ToString(), MatchKey.Of(Posted(2, 5m)).ToString());
        Assert.Null(MatchKey.Of(Entered(null, 5m)));
    }

    [Fact]
    public void A_bank_transaction_without_an_amount_counts_as_zero() => Assert.Equal(MatchKey.Of(Entered(1, 0m)), MatchKey.Of(Posted(1, null)));

    private static decimal Money(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static TransactionDetails Entered(int? account, decimal amount) => Reconciling.Entered.Transaction(1, account, date: null, amount);

    private static BankTransactionDetails Posted(int account, decimal? amount, bool isNegated = false) =>
        BankTransactionDetails.Of(new BankTransaction { AccountId = account, FitId = "F", Amount = amount }, "", isNegated, reconciliationId: null);
}
