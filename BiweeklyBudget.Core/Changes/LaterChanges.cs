using System.Globalization;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Changes;

/// <summary>Finds why a change cannot be taken back: a later one of the same rows that is in force, or another program's.</summary>
internal sealed class LaterChanges(BudgetDbContext database)
{
    private const int Batch = 1_000;

    /// <summary>The first reason found, or null.</summary>
    public async Task<Problem?> ProblemAsync(long changeId, UndoRows rows, CancellationToken cancellationToken)
    {
        foreach (var table in rows.All.Where(row => !row.IsFollowing).GroupBy(row => row.Table))
        {
            foreach (var batch in table.Chunk(Batch))
            {
                if (LastInForce(changeId, await ReadAsync(changeId, table.Key, [.. batch.Select(row => row.Key)], cancellationToken).ConfigureAwait(false)) is { } later)
                {
                    var by = later.Who is null ? "" : $" by {later.Who}";
                    return Outdated(string.Create(CultureInfo.InvariantCulture, $"{Sentence(RecordKinds.Text(table.Key, later.Key))} was changed again on {later.At:yyyy-MM-dd}{by}, by change {later.Id}; take that one back first.")) with { Plain = $"{Sentence(batch.First(row => row.Key == later.Key).Plain)} was changed again on {DateText.Day(later.At)}{by}; take that change back first, in the history." };
                }
            }
        }

        return rows.All.Select(row => Difference(row) is { } difference ? Outdated($"{Sentence(row.Text)} {difference} by another program since; nothing was changed.") with { Plain = $"{Sentence(row.Plain)} {difference} by another program since; nothing was changed." } : null).FirstOrDefault(problem => problem is not null);
    }

    /// <summary>All later changes of some rows.</summary>
    /// <param name="changeId">Later than this one.</param>
    /// <param name="table">The rows' table.</param>
    /// <param name="keys">The rows.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<List<LaterChange>> ReadAsync(long changeId, RecordedTable table, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        var (name, isBudget) = (table.Name, table.Type.ClrType == typeof(Budget));
        var follows = isBudget || table.Type.ClrType == typeof(FuelFill);

        // A budget's row changes whenever its balance moves: only edits are asked for, and whether it was deleted.
        var query =
            from row in database.ChangedRows
            where row.ChangeId > changeId && row.TableName == name && keys.Contains(row.RowKey)
            join change in database.Changes on row.ChangeId equals change.Id
            where !isBudget || change.Operation == nameof(SaveBudget) || row.After == null || change.UndoneChangeId != null
            select new { change.Id, change.UndoneChangeId, change.At, change.Who, row.RowKey, Before = follows ? row.Before : null, After = follows ? row.After : null };
        var found = await query.ToListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. from row in found
               where wanted.Contains(row.RowKey)
               select new LaterChange(row.Id, row.UndoneChangeId, row.At, row.Who, row.RowKey, follows && IsFollowing(table, row.Before, row.After)),
        ];
    }

    /// <summary>The last of the later changes that is in force: it was not taken back, and it did not itself only take another later one back.</summary>
    public static LaterChange? LastInForce(long changeId, IReadOnlyCollection<LaterChange> later)
    {
        var takenBackBy = later.Where(change => change.UndoneChangeId is not null).DistinctBy(change => change.Id).ToDictionary(change => change.UndoneChangeId!.Value, change => change.Id);
        return later.Where(change => !change.IsFollowing && IsInForce(change.Id) && !(change.UndoneChangeId > changeId)).MaxBy(change => change.Id);

        // Whatever takes a change back has all its rows, so the whole chain is here.
        bool IsInForce(long id)
        {
            var isInForce = true;
            while (takenBackBy.TryGetValue(id, out id))
            {
                isInForce = !isInForce;
            }

            return isInForce;
        }
    }

    private static Problem Outdated(string message) => new(null, ProblemCode.Outdated, message);

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>What differs between a row as the change left it and as it is now.</summary>
    private static string? Difference(UndoRow row) => row switch
    {
        { After: null, Current: null } => null,
        { After: null } => "was added again",
        { Current: null } => "was removed",
        { IsFollowing: true } => null,
        _ => row.After.All(value => IsMoving(row, value.Key) || Equals(value.Value, value.Key.Of(row.Current))) ? null : "was changed",
    };

    private static bool IsMoving(UndoRow row, RecordedColumn column) => IsMoving(row.Table, column);

    // Balances move all the time, they are taken back by the difference; what follows from a fill's neighbours is worked out anew.
    private static bool IsMoving(RecordedTable table, RecordedColumn column) => table.Type.ClrType == typeof(Budget)
        ? column.Property.Name == nameof(Budget.CurrentBalance)
        : table.Type.ClrType == typeof(FuelFill) && DerivedFigures.IsDerived(column.Property.Name);

    private static bool IsFollowing(RecordedTable table, string? before, string? after)
    {
        if (before is null || after is null)
        {
            return false;
        }

        var was = table.Read(before);
        return table.Read(after).All(value => IsMoving(table, value.Key) || Equals(was.GetValueOrDefault(value.Key), value.Value));
    }
}
