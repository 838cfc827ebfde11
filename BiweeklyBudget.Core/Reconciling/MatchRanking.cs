using System.Runtime.InteropServices;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>
/// Finds for each unreconciled transaction the bank transaction that most likely is the same movement of money. Only pairs
/// that may be reconciled are offered (<see cref="MatchKey"/>). Among those the nearest in time wins, then the likest text;
/// each bank transaction is offered once. The outcome does not depend on the order of the lists.
/// </summary>
internal static class MatchRanking
{
    // Of very many equal amounts only the nearest in time compete: the work stays linear in the number of transactions.
    private const int NearestOnly = 64;

    /// <summary>Ranks the pairs.</summary>
    /// <param name="transactions">Unreconciled transactions.</param>
    /// <param name="bankTransactions">Unreconciled bank transactions.</param>
    /// <returns>The best pair of each transaction that has one: the sure ones first, then by date and id of the transaction.</returns>
    public static IReadOnlyList<SuggestedMatch> Rank(IEnumerable<TransactionDetails> transactions, IEnumerable<BankTransactionDetails> bankTransactions)
    {
        var fitting = bankTransactions.Where(bank => bank.DatePosted is not null).ToLookup(MatchKey.Of);
        return
        [
            .. transactions
                .Where(transaction => transaction is { AccountId: not null, Date: not null })
                .GroupBy(transaction => MatchKey.Of(transaction)!.Value)
                .SelectMany(group => RankEqual([.. group], [.. fitting[group.Key]]))
                .OrderByDescending(match => match.IsSure).ThenBy(match => match.Transaction.Date).ThenBy(match => match.Transaction.Id),
        ];
    }

    /// <summary>Ranks transactions and bank transactions of one account and one amount, which all fit each other.</summary>
    private static IEnumerable<SuggestedMatch> RankEqual(List<TransactionDetails> transactions, List<BankTransactionDetails> bankTransactions)
    {
        if (bankTransactions.Count == 0)
        {
            yield break;
        }

        transactions.Sort((a, b) => (a.Date!.Value, a.Id).CompareTo((b.Date!.Value, b.Id)));
        bankTransactions.Sort((a, b) => a.DayPosted != b.DayPosted ? a.DayPosted!.Value.CompareTo(b.DayPosted!.Value) : string.CompareOrdinal(a.FitId, b.FitId));
        var pairs = Pairs(transactions, bankTransactions);
        pairs.Sort(BetterFirst);
        var (takenTransactions, takenBankTransactions) = (new bool[transactions.Count], new bool[bankTransactions.Count]);
        foreach (var pair in pairs)
        {
            if (!takenTransactions[pair.Transaction] && !takenBankTransactions[pair.BankTransaction])
            {
                (takenTransactions[pair.Transaction], takenBankTransactions[pair.BankTransaction]) = (true, true);
                yield return new SuggestedMatch(transactions[pair.Transaction], bankTransactions[pair.BankTransaction], pair.DaysLater, pair.Likeness, bankTransactions.Count, transactions.Count);
            }
        }
    }

    private static List<Pair> Pairs(List<TransactionDetails> transactions, List<BankTransactionDetails> bankTransactions)
    {
        var days = bankTransactions.ConvertAll(bank => bank.DayPosted!.Value.DayNumber);
        var texts = bankTransactions.ConvertAll(bank => TextLikeness.Of($"{bank.Name} {bank.Memo}"));
        var pairs = new List<Pair>(transactions.Count * Math.Min(NearestOnly, bankTransactions.Count));
        for (var transaction = 0; transaction < transactions.Count; transaction++)
        {
            var day = transactions[transaction].Date!.Value.DayNumber;
            var text = TextLikeness.Of(transactions[transaction].Description);
            var (first, last) = Nearest(days, day);
            for (var bank = first; bank < last; bank++)
            {
                pairs.Add(new Pair(transaction, bank, days[bank] - day, text.To(texts[bank])));
            }
        }

        return pairs;
    }

    /// <summary>The range of the sorted days that holds the nearest ones.</summary>
    private static (int First, int Last) Nearest(List<int> days, int day)
    {
        var first = CollectionsMarshal.AsSpan(days).BinarySearch(day);
        first = first < 0 ? ~first : first;
        while (first > 0 && days[first - 1] == day)
        {
            first--;
        }

        var last = first;
        while (last - first < NearestOnly && (first > 0 || last < days.Count))
        {
            if (last == days.Count || (first > 0 && day - days[first - 1] < days[last] - day))
            {
                first--;
            }
            else
            {
                last++;
            }
        }

        return (first, last);
    }

    private static int BetterFirst(Pair one, Pair other)
    {
        var byDays = Math.Abs(one.DaysLater).CompareTo(Math.Abs(other.DaysLater));
        var byText = byDays != 0 ? byDays : other.Likeness.CompareTo(one.Likeness);
        var byTransaction = byText != 0 ? byText : one.Transaction.CompareTo(other.Transaction);
        return byTransaction != 0 ? byTransaction : one.BankTransaction.CompareTo(other.BankTransaction);
    }

    /// <summary>Two that fit, by their places in the sorted lists.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Pair(int Transaction, int BankTransaction, int DaysLater, int Likeness);
}
