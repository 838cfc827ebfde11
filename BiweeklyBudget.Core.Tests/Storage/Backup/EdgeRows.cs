using System.Text;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BiweeklyBudget.Core.Tests.Storage.Backup;

/// <summary>Three rows in every table, made from the model: one with as little as there may be, one with the greatest values that both engines hold, one with the smallest. References lead nowhere.</summary>
internal static class EdgeRows
{
    private const decimal GreatestOnBoth = 99_999_999_999_999.9999m;
    private const int BytesOfLongTexts = 65_535;

    public static async Task WriteAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        await using var unchecked_ = await UncheckedReferences.OpenAsync(context);
        if (database.Engine == DatabaseEngine.MySql)
        {
            await context.Database.ExecuteSqlRawAsync("SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO')");
        }

        foreach (var entity in context.Model.GetEntityTypes().Where(entity => entity.ClrType != typeof(UpstreamRevision)))
        {
            await new BulkInsert(context, entity).WriteAsync([.. Enumerable.Range(0, 3).Select(number => Row(entity, number))]);
        }
    }

    private static object Row(IEntityType entity, int number)
    {
        var row = Activator.CreateInstance(entity.ClrType)!;
        foreach (var property in entity.GetProperties())
        {
            var value = property.IsNullable && number == 0 ? null : Value(property, number);
            property.PropertyInfo!.SetValue(row, value);
        }

        return row;
    }

    private static object Value(IProperty property, int number)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var isGreatest = number == 1;
        return type switch
        {
            _ when type == typeof(string) => Text(property, number),
            _ when type.IsEnum => isGreatest ? Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)! : Enum.GetValues(type).GetValue(0)!,
            _ when type == typeof(bool) => isGreatest,
            _ when type == typeof(int) && property.IsPrimaryKey() => number * 5,
            _ when type == typeof(long) && property.IsPrimaryKey() => number * 5L,
            _ when type == typeof(int) => isGreatest ? int.MaxValue : int.MinValue,
            _ when type == typeof(long) => isGreatest ? long.MaxValue : long.MinValue,
            _ when type == typeof(short) => isGreatest ? short.MaxValue : short.MinValue,
            _ when type == typeof(DateOnly) => isGreatest ? DateOnly.MaxValue : DateOnly.MinValue,
            _ when type == typeof(DateTime) => isGreatest ? new DateTime(9999, 12, 31, 23, 59, 59, DateTimeKind.Utc) : new DateTime(1, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            _ when type == typeof(decimal) => Greatest(property) * (isGreatest ? 1 : -1),
            _ when type == typeof(byte[]) => new byte[] { 0, (byte)number, 255 },
            _ => throw new NotSupportedException($"No edge of {property}."),
        };
    }

    private static decimal Greatest(IProperty property)
    {
        var greatest = (decimal)Math.Pow(10, property.GetPrecision()!.Value - property.GetScale()!.Value) - 0.0001m;
        return Math.Min(greatest, GreatestOnBoth);
    }

    // Unique by the first character. Characters outside the basic plane, and all that means something to SQL, the shell or JSON.
    private static string Text(IProperty property, int number)
    {
        var first = (char)('a' + number);
        var length = property.GetMaxLength();
        if (number == 1)
        {
            return length is null ? first + new string('x', BytesOfLongTexts - 1) : new StringBuilder().Append(first).Insert(1, "😀", length.Value - 1).ToString();
        }

        var special = first + "\0'\"\\`;--%_\r\n\té\u202E漢 ";
        return special[..Math.Min(special.Length, length ?? special.Length)];
    }
}
