using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BiweeklyBudget.Core.Storage;

/// <summary>A column of a row as the record of changes keeps it.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Json">The same, ready to be written.</param>
/// <param name="Property">The property that holds its value.</param>
internal sealed record RecordedColumn(string Name, JsonEncodedText Json, IProperty Property)
{
    private readonly IClrPropertyGetter _getter = Property.GetGetter();

    /// <summary>The value of a row, as it is stored.</summary>
    public object? Of(object row) => RecordedValue.Stored(_getter.GetClrValue(row));
}
