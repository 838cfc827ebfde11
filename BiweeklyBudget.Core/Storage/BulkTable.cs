using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// A table into which rows are put that EF does not get to know: it would track every one of them, which takes several times as long as storing them.
/// </summary>
internal sealed class BulkTable
{
    private static readonly ConditionalWeakTable<IEntityType, BulkTable> Known = [];

    private readonly (IProperty Property, ValueConverter? Converter)[] _columns;

    private BulkTable(IEntityType type)
    {
        Name = type.GetTableName()!;
        _columns = [.. type.GetProperties().Select(property => (property, property.GetTypeMapping().Converter))];
        Columns = [.. _columns.Select(column => column.Property.GetColumnName())];
        Given = [.. _columns.Index().Where(column => column.Item.Property.ValueGenerated == ValueGenerated.Never).Select(column => column.Index)];
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
        var (property, converter) = _columns[column];
        var value = property.GetGetter().GetClrValue(row);
        return (value is null || converter is null ? value : converter.ConvertToProvider(value)) ?? DBNull.Value;
    }
}
