using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Hosting.Features.Reconciling;
using CsCheck;

namespace BiweeklyBudget.Core.Tests.Reconciling;

public sealed class MatchRankingTests
{
    private static readonly DateOnly July22 = new(2017, 7, 22);

    // Few accounts, amounts and days, so that much of it competes.
    private static readonly Gen<(TransactionDetails[] Transactions, BankTransactionDetails[] BankTransactions)> Lists =
        from transactions in Gen.Select(Gen.Int[1, 2], Gen.Int[1, 4], Gen.Int[0, 12], OneOf("Market", "Fuel", "")).Array[0, 12]
        from bankTransactions in Gen.Select(Gen.Int[1, 2], Gen.Int[1, 4], Gen.Int[0, 12], OneOf("MARKET 12", "FUEL STATION", "")).Array[0, 12]
        select (
            transactions.Select((t, i) => EnteredOn(i + 1, t.Item3, t.Item2 * 1.05m, t.Item4, t.Item1)).ToArray(),
            bankTransactions.Select((b, i) => Posted("F" + i, b.Item3, b.Item2 * 1.05m, b.Item4, b.Item1)).ToArray());

    [Theory]
    [InlineData(0, "same amount, same day")]
    [InlineData(1, "same amount, 1 day later")]
    [InlineData(5, "same amount, 5 days later")]
    [InlineData(-1, "same amount, 1 day earlier")]
    [InlineData(-5, "same amount, 5 days earlier")]
    public void The_only_two_that_fit_are_sure_within_five_days(int day, string reason)
    {
        var match = Assert.Single(MatchRanking.Rank([EnteredOn(1, 0, 62.30m)], [Posted("A", day, 62.3000m), Posted("B", 0, 62.31m), Posted("C", 0, 62.30m, account: 2)]));

        Assert.Equal(("A", reason, true), (match.BankTransaction.Key.FitId, MatchReason.Of(match), match.IsSure));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(-6)]
    [InlineData(400)]
    public void Further_apart_they_are_offered_and_not_sure(int day)
    {
        var match = Assert.Single(MatchRanking.Rank([EnteredOn(1, 0, 62.30m)], [Posted("A", day, 62.30m)]));

        Assert.False(match.IsSure);
    }

    [Fact]
    public void A_second_candidate_makes_the_nearest_one_unsure()
    {
        var match = Assert.Single(MatchRanking.Rank([EnteredOn(1, 0, 146.42m, "Hardware store")], [Posted("far", 4, 146.42m, "HARDWARE STORE"), Posted("near", 2, 146.42m, "HDWR STR #88")]));

        Assert.Equal(("near", "same amount, 2 days later; 2 candidates", false), (match.BankTransaction.Key.FitId, MatchReason.Of(match), match.IsSure));
    }

    [Fact]
    public void Of_two_on_the_same_day_the_likest_text_wins()
    {
        var matches = MatchRanking.Rank([EnteredOn(1, 0, 20m, "Station 4 fuel"), EnteredOn(2, 0, 20m, "Market")], [Posted("A", 1, 20m, "MARKET 0412"), Posted("B", 1, 20m, "STATION 4 FUEL")]);

        Assert.Equal([(1, "B"), (2, "A")], matches.Select(m => (m.Transaction.Id, m.BankTransaction.Key.FitId)));
        Assert.Equal("same amount, 1 day later, similar text; 2 candidates", MatchReason.Of(matches[0]));
    }

    [Fact]
    public void Two_transactions_for_one_bank_transaction_are_not_sure_and_it_is_offered_to_the_nearer_one()
    {
        var match = Assert.Single(MatchRanking.Rank([EnteredOn(1, 0, 20m), EnteredOn(2, 3, 20m)], [Posted("A", 2, 20m)]));

        Assert.Equal((2, "same amount, 1 day earlier; fits 2 transactions", false), (match.Transaction.Id, MatchReason.Of(match), match.IsSure));
    }

    [Fact]
    public void Income_fits_income_only() =>
        Assert.Equal("B", Assert.Single(MatchRanking.Rank([EnteredOn(1, 0, -20m)], [Posted("A", 0, 20m), Posted("B", 0, -20m)])).BankTransaction.Key.FitId);

    [Fact]
    public void Sure_matches_come_first_then_by_date()
    {
        var matches = MatchRanking.Rank(
            [EnteredOn(1, 0, 1m), EnteredOn(2, 5, 2m), EnteredOn(3, 4, 3m), EnteredOn(4, 3, 4m)],
            [Posted("A", 20, 1m), Posted("B", 5, 2m), Posted("C", 4, 3m), Posted("D", 20, 4m)]);

        Assert.Equal([3, 2, 1, 4], matches.Select(m => m.Transaction.Id));
    }

    [Fact]
    public void Only_what_may_be_reconciled_is_offered_and_nothing_twice() => Lists.Sample(lists =>
    {
        var matches = MatchRanking.Rank(lists.Transactions, lists.BankTransactions);
        return matches.All(m => Fits(m.BankTransaction, m.Transaction))
            && matches.Select(m => m.BankTransaction.Key).Distinct().Count() == matches.Count
            && matches.Select(m => m.Transaction.Id).Distinct().Count() == matches.Count;
    });

    [Fact]
    public void Nothing_that_fits_is_left_over_on_both_sides() => Lists.Sample(lists =>
    {
        var matches = MatchRanking.Rank(lists.Transactions, lists.BankTransactions);
        var transactions = lists.Transactions.Except(matches.Select(m => m.Transaction)).ToList();
        var bankTransactions = lists.BankTransactions.Except(matches.Select(m => m.BankTransaction)).ToList();
        return !transactions.Exists(t => bankTransactions.Exists(b => Fits(b, t)));
    });

    [Fact]
    public void Sure_is_exactly_what_fits_each_other_alone_within_five_days() => Lists.Sample(lists =>
    {
        var expected =
            from transaction in lists.Transactions
            from bank in lists.BankTransactions
            where Fits(bank, transaction)
                && Math.Abs(bank.DayPosted!.Value.DayNumber - transaction.Date!.Value.DayNumber) <= 5
                && lists.BankTransactions.Count(other => Fits(other, transaction)) == 1
                && lists.Transactions.Count(other => Fits(bank, other)) == 1
            select (transaction.Id, bank.Key);
        var sure = MatchRanking.Rank(lists.Transactions, lists.BankTransactions).Where(m => m.IsSure).Select(m => (m.Transaction.Id, m.BankTransaction.Key));
        return expected.ToHashSet().SetEquals(sure);
    });

    [Fact]
    public void The_order_of_the_lists_does_not_matter() =>
        (from lists in Lists from transactions in Gen.Shuffle(lists.Transactions) from bankTransactions in Gen.Shuffle(lists.BankTransactions) select (lists, transactions, bankTransactions)).Sample(x =>
            MatchRanking.Rank(x.lists.Transactions, x.lists.BankTransactions).SequenceEqual(MatchRanking.Rank(x.transactions, x.bankTransactions)));

    [Fact]
    public void No_pair_is_nearer_than_one_that_was_offered_to_either_of_them() => Lists.Sample(lists =>
    {
        var matches = MatchRanking.Rank(lists.Transactions, lists.BankTransactions);
        var byTransaction = matches.ToDictionary(m => m.Transaction, m => Math.Abs(m.DaysLater));
        var byBank = matches.ToDictionary(m => m.BankTransaction, m => Math.Abs(m.DaysLater));
        return !lists.Transactions.Any(t => lists.BankTransactions.Any(b =>
        {
            var days = Math.Abs(b.DayPosted!.Value.DayNumber - t.Date!.Value.DayNumber);
            return Fits(b, t) && byTransaction.GetValueOrDefault(t, int.MaxValue) > days && byBank.GetValueOrDefault(b, int.MaxValue) > days;
        }));
    });

    [Fact]
    public void Very_many_equal_amounts_are_ranked_each_once()
    {
        var transactions = Enumerable.Range(0, 3000).Select(n => EnteredOn(n, n, 5m)).ToList();
        var bankTransactions = Enumerable.Range(0, 3000).Select(n => Posted("F" + n, n, 5m)).ToList();

        Assert.All(MatchRanking.Rank(transactions, bankTransactions), match => Assert.Equal(0, match.DaysLater));
    }

    [Fact]
    public void A_transaction_without_a_date_or_account_is_offered_nothing()
    {
        var bank = Posted("A", 0, 0m);
        Assert.Empty(MatchRanking.Rank([Entered.Transaction(1, account: 1, date: null, 0m), Entered.Transaction(2, account: null, July22, 0m)], [bank]));
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(n => texts[n]);

    private static TransactionDetails EnteredOn(int id, int day, decimal amount, string text = "x", int account = 1) => Entered.Transaction(id, account, July22.AddDays(day), amount, text);

    private static BankTransactionDetails Posted(string fitId, int day, decimal amount, string text = "y", int account = 1) => BankTransactionDetails.Of(
        new BankTransaction { AccountId = account, FitId = fitId, DatePosted = July22.AddDays(day).ToDateTime(new TimeOnly(23, 59), DateTimeKind.Utc), Amount = amount, Name = text }, "", isNegated: false, reconciliationId: null);

    private static bool Fits(BankTransactionDetails bankTransaction, TransactionDetails transaction) => MatchKey.Of(transaction) == MatchKey.Of(bankTransaction);
}
