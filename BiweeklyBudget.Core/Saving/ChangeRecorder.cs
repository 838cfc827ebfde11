using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace BiweeklyBudget.Core.Saving;

/// <summary>
/// Notes which rows a save adds, changes and removes, as they were and as they become, and writes that into the record of changes at its end (docs/adr/0016). What goes
/// through the context's <c>SaveChanges</c> it sees by itself; what is written in SQL goes through <see cref="RunningSave"/>, which tells it.
/// </summary>
internal sealed class ChangeRecorder : IDisposable
{
    private const int LongestOperation = 50;

    private readonly BudgetDbContext _database;
    private readonly RecordedTables _tables;
    private readonly Dictionary<(string Table, string Key), ChangedRow> _rows = [];
    private readonly List<ChangedRow> _order = [];
    private readonly List<(EntityEntry Entry, RecordedTable Table, string? Key, string? Before, bool IsRemoved)> _saving = [];
    private readonly Change _change;
    private bool _isWritten;

    private ChangeRecorder(BudgetDbContext database, string operation)
    {
        _database = database;
        _tables = RecordedTables.Of(database);
        _change = new Change { Operation = operation, Who = database.Author.Who };
    }

    /// <summary>The number that the record has got; null until it is written, and when nothing was changed.</summary>
    public long? WrittenId { get; private set; }

    /// <summary>The change that this one takes back.</summary>
    public long? UndoneChangeId
    {
        get => _change.UndoneChangeId;
        set => _change.UndoneChangeId = value;
    }

    /// <summary>Records the save that a context is about to make.</summary>
    public static ChangeRecorder For(BudgetDbContext database, string operation)
    {
        if (operation.Length > LongestOperation)
        {
            throw new ArgumentException($"The name of an operation has at most {LongestOperation} characters.", nameof(operation));
        }

        var recorder = new ChangeRecorder(database, operation);
        database.SavingChanges += recorder.NoteBefore;
        database.SavedChanges += recorder.NoteAfter;
        return recorder;
    }

    /// <summary>Records nothing, for a check that changes nothing.</summary>
    public static ChangeRecorder None(BudgetDbContext database) => new(database, "");

    /// <summary>Says that no user asked for this; the program did it by itself.</summary>
    public void IsProgram() => _change.Who = null;

    /// <summary>Notes that a row was added in another way than by the context.</summary>
    public void NoteAdded<TRow>(TRow row)
        where TRow : class => Note(Table<TRow>(), Table<TRow>().KeyOf(row), null, Table<TRow>().Write(row));

    /// <summary>Notes that a row was changed in another way than by the context.</summary>
    /// <param name="row">The row as it was.</param>
    /// <param name="change">Makes the same change in it.</param>
    public void NoteChanged<TRow>(TRow row, Action<TRow> change)
        where TRow : class
    {
        var before = Table<TRow>().Write(row);
        change(row);
        Note(Table<TRow>(), Table<TRow>().KeyOf(row), before, Table<TRow>().Write(row));
    }

    /// <summary>Notes that a row was removed in another way than by the context.</summary>
    public void NoteRemoved<TRow>(TRow row)
        where TRow : class => Note(Table<TRow>(), Table<TRow>().KeyOf(row), Table<TRow>().Write(row), null);

    /// <summary>Writes the record, unless nothing was changed. Afterwards nothing may be changed any more.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (_isWritten)
        {
            return;
        }

        foreach (var row in _order.Where(row => row.Before != row.After))
        {
            row.Number = _change.Rows.Count;
            _change.Rows.Add(row);
        }

        _isWritten = true;
        if (_change.Rows.Count > 0 || UndoneChangeId is not null)
        {
            var now = _database.Author.Time.GetUtcNow().UtcDateTime;
            _change.At = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
            WrittenId = await ChangeWriter.WriteAsync(_database, _change, cancellationToken).ConfigureAwait(false);
            if (_database.Author.Place is not null)
            {
                await AuditWriter.AddChangeAsync(_database, _change, WrittenId.Value, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Does not look at the context any more.</summary>
    public void Dispose()
    {
        _database.SavingChanges -= NoteBefore;
        _database.SavedChanges -= NoteAfter;
    }

    private RecordedTable Table<TRow>() => _tables.Find(typeof(TRow)) ?? throw new InvalidOperationException($"{typeof(TRow)} is not recorded.");

    private void NoteBefore(object? sender, SavingChangesEventArgs arguments)
    {
        _saving.Clear();
        foreach (var entry in _database.ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && _tables.Find(entry.Metadata.ClrType) is { } table)
            {
                _saving.Add(entry.State == EntityState.Added ? (entry, table, null, null, false) : (entry, table, table.KeyOf(Original), table.Write(Original), entry.State == EntityState.Deleted));
            }

            object? Original(RecordedColumn column) => RecordedValue.Stored(entry.OriginalValues[column.Property]);
        }
    }

    // Keys that the database gives are known now.
    private void NoteAfter(object? sender, SavedChangesEventArgs arguments)
    {
        foreach (var (entry, table, key, before, isRemoved) in _saving)
        {
            Note(table, key ?? table.KeyOf(entry.Entity), before, isRemoved ? null : table.Write(entry.Entity));
        }

        _saving.Clear();
    }

    // A row that is written several times counts as it was at first and became at last.
    private void Note(RecordedTable table, string key, string? before, string? after)
    {
        if (_isWritten)
        {
            throw new InvalidOperationException("The save has been recorded already; nothing may be changed any more.");
        }

        if (_rows.TryGetValue((table.Name, key), out var row))
        {
            row.After = after;
            return;
        }

        row = new ChangedRow { TableName = table.Name, RowKey = key, Before = before, After = after };
        _rows.Add((table.Name, key), row);
        _order.Add(row);
    }
}
