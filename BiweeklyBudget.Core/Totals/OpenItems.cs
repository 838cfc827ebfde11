using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace BiweeklyBudget.Core.Totals;

/// <summary>
/// What was not reconciled in one state of the database, and how many transactions there were: the figures of every page that would otherwise be added up from all
/// rows ever entered. Immutable, and safe to use from many threads.
/// </summary>
internal sealed class OpenItems(ImmutableDictionary<int, OpenTransaction> transactions, ImmutableHashSet<OpenBankTransaction> bankTransactions, int transactionCount)
{
    private const int MostDerived = 16;
    private const int MostSearches = 64;

    private readonly ConcurrentDictionary<object, Task<object?>> _derived = [];
    private readonly ConcurrentDictionary<object, int> _found = [];
    private Sums? _sums;
    private Dictionary<int, int>? _counts;

    /// <summary>Transactions without a reconciliation, dated at the begin of reconciling or later, by id. Of all accounts, future ones too.</summary>
    public ImmutableDictionary<int, OpenTransaction> Transactions => transactions;

    /// <summary>Bank transactions without one, posted at the begin or later, none of the five flags set. Of all accounts.</summary>
    public ImmutableHashSet<OpenBankTransaction> BankTransactions => bankTransactions;

    /// <summary>How many transactions there were in all.</summary>
    public int TransactionCount => transactionCount;

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

    /// <summary>
    /// What was made of the same state of the database once and is as true as these items: whenever anything is saved, there are other items. For what is dear to make and is asked
    /// for many times, such as charts.
    /// </summary>
    /// <typeparam name="T">What it is. Immutable.</typeparam>
    /// <param name="key">What it was made by.</param>
    /// <param name="make">Makes it.</param>
    public async Task<T> OnceAsync<T>(object key, Func<Task<T>> make)
        where T : class
    {
        // Something for each day or calendar that is asked for; nobody asks for many.
        var mine = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _derived.Count < MostDerived ? _derived.GetOrAdd(key, mine.Task) : mine.Task;
        if (first != mine.Task)
        {
            // Whoever comes while it is made waits for it. If it failed, or who made it went away, he makes it himself.
            return await first.ConfigureAwait(false) as T ?? await make().ConfigureAwait(false);
        }

        T? made = null;
        try
        {
            return made = await make().ConfigureAwait(false);
        }
        finally
        {
            if (made is null)
            {
                _derived.TryRemove(key, out _);
            }

            mine.SetResult(made);
        }
    }

    /// <summary>How many rows a search finds in this state of the database. It is the same on each page of what is found, and looking for a text within texts reads all rows.</summary>
    /// <param name="search">What is searched for, equal for equal searches.</param>
    /// <param name="count">Counts them in this state.</param>
    public async Task<int> CountFoundAsync(object search, Func<Task<int>> count)
    {
        if (_found.TryGetValue(search, out var known))
        {
            return known;
        }

        var found = await count().ConfigureAwait(false);
        if (_found.Count >= MostSearches)
        {
            _found.Clear();
        }

        return _found[search] = found;
    }

    private sealed record Sums(DateOnly Until, IReadOnlyDictionary<int, decimal> ByAccount);
}
