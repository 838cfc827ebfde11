using System.Collections.Immutable;

namespace BiweeklyBudget.Core.Totals;

/// <summary>
/// What was not reconciled in one state of the database, and how many transactions there were: the figures of every page that would otherwise be added up from all
/// rows ever entered. Immutable, and safe to use from many threads.
/// </summary>
/// <param name="Transactions">Transactions without a reconciliation, dated at the begin of reconciling or later, by id. Of all accounts, future ones too.</param>
/// <param name="BankTransactions">Bank transactions without one, posted at the begin or later, none of the five flags set. Of all accounts.</param>
/// <param name="TransactionCount">How many transactions there were in all.</param>
internal sealed record OpenItems(ImmutableDictionary<int, OpenTransaction> Transactions, ImmutableHashSet<OpenBankTransaction> BankTransactions, int TransactionCount)
{
    private Sums? _sums;
    private Dictionary<int, int>? _counts;

    /// <summary>Sum of the transactions of an account up to a day, that day included.</summary>
    public decimal SumOf(int account, DateOnly until)
    {
        // Added up once for each day that is asked for; whoever comes second at the same moment does it too, with the same result.
        var sums = _sums;
        if (sums is null || sums.Until != until)
        {
            _sums = sums = new Sums(until, Transactions.Values.Where(transaction => transaction.AccountId is not null && transaction.Date <= until)
                .GroupBy(transaction => transaction.AccountId!.Value).ToDictionary(ofAccount => ofAccount.Key, ofAccount => ofAccount.Sum(transaction => transaction.Amount)));
        }

        return sums.ByAccount.GetValueOrDefault(account);
    }

    /// <summary>How many bank transactions of an account wait.</summary>
    public int CountOf(int account)
    {
        _counts ??= BankTransactions.CountBy(transaction => transaction.AccountId).ToDictionary();
        return _counts.GetValueOrDefault(account);
    }

    private sealed record Sums(DateOnly Until, IReadOnlyDictionary<int, decimal> ByAccount);
}
