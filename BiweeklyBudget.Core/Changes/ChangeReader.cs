using System.Text.RegularExpressions;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Changes;

/// <summary>Reads the record of changes.</summary>
internal sealed class ChangeReader(BudgetDbContext database)
{
    /// <summary>Most changes of a page.</summary>
    public const int MostChanges = 1000;

    private readonly RecordedTables _tables = RecordedTables.Of(database);

    /// <summary>The changes of a page, the latest first, with four SQL statements.</summary>
    public async Task<TablePage<ChangeDetails>> ListAsync(ChangeFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var total = await database.Changes.CountAsync(cancellationToken).ConfigureAwait(false);
        var found = Find(filter);
        var filtered = await found.CountAsync(cancellationToken).ConfigureAwait(false);
        var changes = await ReadAsync(found.OrderByDescending(change => change.Id).Skip(skip).Take(take), ChangeSection.MostListedRecords, cancellationToken).ConfigureAwait(false);
        return new TablePage<ChangeDetails>(total, filtered, changes);
    }

    /// <summary>One change with all its records; null when there is none.</summary>
    public async Task<ChangeDetails?> FindAsync(long id, CancellationToken cancellationToken) =>
        (await ReadAsync(database.Changes.Where(change => change.Id == id), int.MaxValue, cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    /// <summary>Numbers of the changes of a record.</summary>
    public IQueryable<long> ChangesOf(RecordKey record)
    {
        var table = RecordKinds.TableOf(_tables, record.Kind).Name;
        var key = record.Key;
        var rows = database.ChangedRows.Where(row => row.TableName == table && row.RowKey == key);
        if (record.Kind == RecordKind.Transaction)
        {
            // The keys of its splits begin with its own; the vertical tab follows the line feed.
            var (splits, first, end) = (RecordKinds.TableOf(_tables, RecordKind.Split).Name, key + "\n", key + "\v");
            rows = rows.Concat(database.ChangedRows.Where(row => row.TableName == splits && row.RowKey.CompareTo(first) >= 0 && row.RowKey.CompareTo(end) < 0));
        }

        return rows.Select(row => row.ChangeId);
    }

    private async Task<List<ChangeDetails>> ReadAsync(IQueryable<Change> changes, int records, CancellationToken cancellationToken)
    {
        var query = changes.Select(change => new
        {
            change.Id,
            change.At,
            change.Who,
            change.Operation,
            change.UndoneChangeId,
            UndoneById = database.Changes.Where(other => other.UndoneChangeId == change.Id).Select(other => (long?)other.Id).FirstOrDefault(),
            RecordCount = database.ChangedRows.Count(row => row.ChangeId == change.Id),
        });
        var found = await query.ToListAsync(cancellationToken).ConfigureAwait(false);
        var ids = found.ConvertAll(change => change.Id);
        var rows = await database.ChangedRows.AsNoTracking()
            .Where(row => ids.Contains(row.ChangeId) && row.Number < records)
            .OrderBy(row => row.ChangeId).ThenBy(row => row.Number)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var byChange = rows.ToLookup(row => row.ChangeId);
        return found.ConvertAll(change => new ChangeDetails
        {
            Id = change.Id,
            At = change.At,
            Who = change.Who,
            Operation = change.Operation,
            UndoneChangeId = change.UndoneChangeId,
            UndoneById = change.UndoneById,
            RecordCount = change.RecordCount,
            Records = [.. byChange[change.Id].Select(Record).OfType<ChangedRecord>()],
        });
    }

    private IQueryable<Change> Find(ChangeFilter filter)
    {
        IQueryable<Change> found = database.Changes;
        if (filter.Ids is { } ids)
        {
            found = found.Where(change => ids.Contains(change.Id));
        }

        if (filter.From is { } from)
        {
            found = found.Where(change => change.At >= from);
        }

        if (filter.To is { } to)
        {
            found = found.Where(change => change.At < to);
        }

        if (filter.Operation is { } operation)
        {
            found = found.Where(change => change.Operation == operation);
        }

        if (filter.Who is { } who)
        {
            found = found.Where(change => change.Who == who);
        }

        if (filter.IsUndone is { } isUndone)
        {
            found = found.Where(change => database.Changes.Any(other => other.UndoneChangeId == change.Id) == isUndone);
        }

        found = filter.Kind is { } kind ? OfKind(found, kind) : found;
        found = filter.Text is { } text && RecordedText.Pattern(text) is { } pattern ? WithText(found, pattern) : found;
        return filter.Record is { } record ? OfRecord(found, record) : found;
    }

    private IQueryable<Change> OfKind(IQueryable<Change> found, RecordKind kind)
    {
        var (table, isBudget) = (RecordKinds.TableOf(_tables, kind).Name, kind == RecordKind.Budget);
        return found.Where(change => database.ChangedRows.Any(row => row.ChangeId == change.Id && row.TableName == table
            && (!isBudget || row.Before == null || row.After == null || change.Operation == nameof(SaveBudget) || database.Changes.Any(undone => undone.Id == change.UndoneChangeId && undone.Operation == nameof(SaveBudget)))));
    }

    // The database runs it, and whatever stands in the text has no meaning of its own in the pattern, so it cannot run long.
#pragma warning disable MA0009
    private IQueryable<Change> WithText(IQueryable<Change> found, string pattern) => found.Where(change => database.ChangedRows.Any(row =>
        row.ChangeId == change.Id && ((row.Before != null && Regex.IsMatch(row.Before, pattern)) || (row.After != null && Regex.IsMatch(row.After, pattern)))));
#pragma warning restore MA0009

    private IQueryable<Change> OfRecord(IQueryable<Change> found, RecordKey record)
    {
        var ids = ChangesOf(record);
        return found.Where(change => ids.Contains(change.Id));
    }

    // A table that this program does not know any more is left out.
    private ChangedRecord? Record(ChangedRow row) => _tables.Find(row.TableName) is { } table
        ? new ChangedRecord(new RecordKey(RecordKinds.Of(table), row.RowKey), Values(table, row.Before), Values(table, row.After))
        : null;

    private static Dictionary<string, object?>? Values(RecordedTable table, string? written) =>
        written is null ? null : table.Read(written).ToDictionary(value => value.Key.Property.Name, value => value.Value, StringComparer.Ordinal);
}
