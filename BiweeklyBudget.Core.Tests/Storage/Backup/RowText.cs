using System.Collections;
using System.Globalization;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BiweeklyBudget.Core.Tests.Storage.Backup;

/// <summary>Every row as the program reads it, as lines of text: the same for the same data on both engines.</summary>
internal static class RowText
{
    public static async Task<IReadOnlyList<string>> ReadAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        var lines = new List<string>();
        foreach (var entity in context.Model.GetEntityTypes())
        {
            var set = (IEnumerable)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, Type.EmptyTypes)!.MakeGenericMethod(entity.ClrType).Invoke(context, null)!;
            lines.AddRange(set.Cast<object>().Select(row => Line(entity, row)));
            context.ChangeTracker.Clear();
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static string Line(IEntityType entity, object row) =>
        entity.GetTableName() + ": " + string.Join(" | ", entity.GetProperties().Select(property => property.Name + "=" + Text(property.PropertyInfo!.GetValue(row))));

    private static string Text(object? value) => value switch
    {
        null => "NULL",
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        decimal money => money.ToString("0.0000", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
