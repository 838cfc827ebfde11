using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>Puts transactions together from rows of which each has one split (<see cref="PeriodStatements"/>). What is a transaction's own is read with its first row only.</summary>
/// <param name="accounts">The accounts' names by id.</param>
internal sealed class FoundTransactions(IReadOnlyDictionary<int, string?> accounts)
{
    private readonly Dictionary<int, List<SplitRow>> _splits = [];
    private readonly List<TransactionRow> _rows = [];

    /// <summary>The transactions, each with its splits by id.</summary>
    public IReadOnlyList<TransactionRow> Rows => _rows;

    /// <summary>Adds a row.</summary>
    public void Add(OwnRow row)
    {
        var id = row.Number(0);
        if (!_splits.TryGetValue(id, out var splits))
        {
            _splits.Add(id, splits = new List<SplitRow>(1));
            _rows.Add(Transaction(row, id, splits));
        }

        if (row.NumberOrNull(1) is { } splitId)
        {
            Insert(new SplitRow(row.NumberOrNull(2), row.Amount(3)) { Id = splitId }, splits);
        }
    }

    private static void Insert(SplitRow split, List<SplitRow> splits)
    {
        var place = splits.Count;
        while (place > 0 && splits[place - 1].Id > split.Id)
        {
            place--;
        }

        splits.Insert(place, split);
    }

    private TransactionRow Transaction(OwnRow row, int id, List<SplitRow> splits)
    {
        var (account, scheduled) = (row.NumberOrNull(10), row.NumberOrNull(12));
        return new TransactionRow(
            id, row.DayOrNull(4)!.Value, row.Text(5) ?? "", row.AmountOrNull(7), account, account is null ? null : accounts.GetValueOrDefault(account.Value), scheduled, row.NumberOrNull(8), row.NumberOrNull(11), row.Amount(6), row.Text(9), splits)
        {
            ScheduledDescription = scheduled is null ? null : row.Text(13),
            ScheduledTimes = scheduled is null ? null : row.NumberOrNull(14),
        };
    }
}
