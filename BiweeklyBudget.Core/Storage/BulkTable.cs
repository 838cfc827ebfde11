using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// A table into which rows by the thousand are put, each of which has its key already. EF would track every one of them, which takes several times as long as storing them.
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
    }

    /// <summary>The table's name.</summary>
    public string Name { get; }

    /// <summary>The names of its columns.</summary>
    public IReadOnlyList<string> Columns { get; }

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
