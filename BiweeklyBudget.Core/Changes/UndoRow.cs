using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Changes;

/// <summary>A row that is to be taken back: as it was before the change, as the change left it, and as it is now.</summary>
internal sealed class UndoRow
{
    /// <summary>Reads a recorded row.</summary>
    public UndoRow(RecordedTable table, ChangedRow row)
    {
        Table = table;
        Key = row.RowKey;
        Before = row.Before is null ? null : table.Read(row.Before);
        After = row.After is null ? null : table.Read(row.After);
    }

    /// <summary>Its table.</summary>
    public RecordedTable Table { get; }

    /// <summary>Its key.</summary>
    public string Key { get; }

    /// <summary>As it was; null when the change added it.</summary>
    public IReadOnlyDictionary<RecordedColumn, object?>? Before { get; }

    /// <summary>As the change left it; null when it removed it.</summary>
    public IReadOnlyDictionary<RecordedColumn, object?>? After { get; }

    /// <summary>As it is now, tracked; null when it is not there.</summary>
    public object? Current { get; set; }

    /// <summary>Whether the row goes.</summary>
    public bool IsAdded => Before is null;

    /// <summary>Whether the row comes again.</summary>
    public bool IsRemoved => After is null;

    /// <summary>Whether the change moved a standing balance and nothing else of the row. Whatever else becomes of the budget, that can be taken back.</summary>
    public bool IsBalanceOnly => Is<Budget>() && Before is not null && After is not null && Changed.All(column => column.Property.Name == nameof(Budget.CurrentBalance));

    /// <summary>Whether the change moved nothing but what follows from other rows: a standing balance, or the figures of a fill that count from its neighbours.</summary>
    public bool IsFollowing => Before is not null && After is not null && (IsBalanceOnly || (Is<FuelFill>() && Changed.All(Follows)));

    /// <summary>Whether the change changed the notes of a transaction and nothing else of it.</summary>
    public bool IsNotesOnly => Is<Transaction>() && Before is not null && After is not null && Changed.All(column => column.Property.Name == nameof(Transaction.Notes));

    /// <summary>The row in messages.</summary>
    public string Text => RecordKinds.Text(Table, Key);

    /// <summary>The same for a person: what it is called instead of its number.</summary>
    public string Plain => RecordKinds.Plain(Table, property => Value(property));

    /// <summary>Whether it is a row of a class.</summary>
    public bool Is<TRow>() => Table.Type.ClrType == typeof(TRow);

    /// <summary>A value that the row had before, or else after.</summary>
    public object? Value(string property) => Of(Before ?? After!, property);

    /// <summary>The values that the row had, before and after.</summary>
    public IEnumerable<object?> Values(string property) => new[] { Before, After }.OfType<IReadOnlyDictionary<RecordedColumn, object?>>().Select(values => Of(values, property));

    /// <summary>The columns that the change changed.</summary>
    public IEnumerable<RecordedColumn> Changed => Before is null || After is null ? [] : Before.Keys.Where(column => After.ContainsKey(column) && !Equals(Before[column], After[column]));

    /// <summary>Whether the change changed a column; every column of a row that it added or removed.</summary>
    public bool Changes(string property) => Before is null || After is null || Changed.Any(column => column.Property.Name == property);

    /// <summary>Whether a column follows from the row's neighbours.</summary>
    public bool Follows(RecordedColumn column) => Is<FuelFill>() && DerivedFigures.IsDerived(column.Property.Name);

    private static object? Of(IReadOnlyDictionary<RecordedColumn, object?> values, string property) => values.FirstOrDefault(value => value.Key.Property.Name == property).Value;
}
