using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>
/// Finds the movements of a file among an account's rows (docs/adr/0026). What may be the same lies at most ten days apart, so that only the rows about the
/// file's days are read.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="accountId">The account.</param>
/// <param name="fields">How the account stores them.</param>
/// <param name="remarks">What the bank said of rows that keep what they say.</param>
internal sealed class StoredMovements(BudgetDbContext database, int accountId, BankTransactionFields fields, BankRemarks remarks)
{
    /// <summary>Days between two groups of a file's days that are read apart, and most such groups.</summary>
    private const int Gap = 60;
    private const int MostGroups = 12;

    private readonly MovementIndex<BankTransaction> _index = new();
    private readonly HashSet<BankTransaction> _taken = [];
    private readonly List<BankTransaction> _rows = [];

    /// <summary>All rows that were read.</summary>
    public IReadOnlyList<BankTransaction> Rows => _rows;

    /// <summary>Finds the movements, each row at most once: first what is the same in every word, last what the bank has corrected.</summary>
    public async Task<IReadOnlyList<MatchedMovement>> MatchAsync(IReadOnlyList<FileMovement> movements, CancellationToken cancellationToken)
    {
        await ReadAsync(movements, cancellationToken).ConfigureAwait(false);
        var found = new BankTransaction?[movements.Count];
        foreach (var least in new[] { Likeness.Equal, Likeness.Same, Likeness.Corrected })
        {
            for (var i = 0; i < found.Length; i++)
            {
                found[i] ??= Take(movements[i], least);
            }
        }

        return [.. movements.Select((movement, index) => new MatchedMovement(movement, found[index]))];
    }

    private BankTransaction? Take(FileMovement movement, Likeness least)
    {
        foreach (var id in StoredFitId.FormsOf(movement.Id))
        {
            if (_index.Find(id, movement.Movement, least, (row, _) => !_taken.Contains(row)) is { } row)
            {
                _taken.Add(row);
                return row;
            }
        }

        return null;
    }

    private async Task ReadAsync(IReadOnlyList<FileMovement> movements, CancellationToken cancellationToken)
    {
        foreach (var (first, last) in Groups([.. movements.Select(movement => movement.Movement.Day).Distinct().Order()]))
        {
            // The bank's day may be the one before or after the instant's UTC day.
            var (from, to) = (Start(first, -Movement.MostDaysApart - 1), Start(last, Movement.MostDaysApart + 2));
            var rows = database.BankTransactions.AsNoTracking().Where(row => row.AccountId == accountId && row.DatePosted >= from && row.DatePosted < to);
            _rows.AddRange(await rows.ToListAsync(cancellationToken).ConfigureAwait(false));
        }

        var listed = movements.SelectMany(movement => StoredFitId.FormsOf(movement.Id)).ToHashSet(StringComparer.Ordinal);
        foreach (var (row, id) in _rows.SelectMany(row => StoredFitId.IdsOf(row.FitId).Where(listed.Contains), (row, id) => (row, id)))
        {
            foreach (var movement in fields.MovementsOf(row).Concat(remarks.LaterWordOn(row.FitId)))
            {
                _index.Add(id, row, movement);
            }
        }
    }

    private static IEnumerable<(DateOnly First, DateOnly Last)> Groups(DateOnly[] days)
    {
        if (days.Length == 0)
        {
            yield break;
        }

        var (first, groups) = (0, 1);
        for (var i = 1; i < days.Length; i++)
        {
            if (days[i].DayNumber - days[i - 1].DayNumber > Gap && groups < MostGroups)
            {
                yield return (days[first], days[i - 1]);
                (first, groups) = (i, groups + 1);
            }
        }

        yield return (days[first], days[^1]);
    }

    private static DateTime Start(DateOnly day, int later)
    {
        var number = Math.Clamp(day.DayNumber + later, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber);
        return DateOnly.FromDayNumber(number).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
    }
}
