using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// A table into which rows are put that EF does not get to know: it would track every one of them, which takes several times as long as storing them.
/// </summary>
internal sealed class BulkTable
{
    private static readonly ConditionalWeakTable<IEntityType, BulkTable> Known = [];

    private readonly Column[] _columns;

    private BulkTable(IEntityType type)
    {
        Name = type.GetTableName()!;
        var properties = type.GetProperties().ToList();
        _columns = [.. properties.Select(property => new Column(property.GetGetter(), property.GetTypeMapping().Converter?.ConvertToProvider))];
        Columns = [.. properties.Select(property => property.GetColumnName())];
        Given = [.. properties.Index().Where(column => column.Item.ValueGenerated == ValueGenerated.Never).Select(column => column.Index)];
    }

    /// <summary>The table's name.</summary>
    public string Name { get; }

    /// <summary>The names of its columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Numbers of the columns that a row brings with it: all but an id that the database gives.</summary>
    public IReadOnlyList<int> Given { get; }

    /// <summary>The table of a kind of rows.</summary>
    public static BulkTable Of<TRow>(BudgetDbContext database) => Known.GetValue(database.Model.FindEntityType(typeof(TRow))!, type => new BulkTable(type));

    /// <summary>A row's value as the driver takes it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">Number of the column.</param>
    public object ValueOf(object row, int column)
    {
        var (getter, convert) = _columns[column];
        var value = getter.GetClrValue(row);
        return (value is null || convert is null ? value : convert(value)) ?? DBNull.Value;
    }

    /// <summary>Numbers of the columns that have a value in any of some rows. A statement for these rows can say NULL in the others, of which a table may have many.</summary>
    /// <param name="rows">The rows.</param>
    public IReadOnlyList<int> UsedBy(IReadOnlyList<object> rows) =>
        [.. Enumerable.Range(0, _columns.Length).Where(column => rows.Any(row => _columns[column].Getter.GetClrValue(row) is not null))];

    private sealed record Column(IClrPropertyGetter Getter, Func<object?, object?>? Convert);
}
