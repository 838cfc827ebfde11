using System.Reflection;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Changes;

/// <summary>Every row of every table but those of bookkeeping, as the record of changes writes rows down, by table and key.</summary>
internal static class TableImages
{
    private static readonly MethodInfo ReadRows = typeof(TableImages).GetMethod(nameof(RowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static async Task<SortedDictionary<string, string>> TakeAsync(BudgetDbContext context)
    {
        var images = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in RecordedTables.Of(context).All)
        {
            foreach (var row in await (Task<List<object>>)ReadRows.MakeGenericMethod(table.Type.ClrType).Invoke(null, [context])!)
            {
                images.Add(Name(table.Name, table.KeyOf(row)), table.Write(row));
            }
        }

        return images;
    }

    /// <summary>What differs, one line a row: table, key, before and after.</summary>
    public static IReadOnlyList<string> Difference(SortedDictionary<string, string> before, SortedDictionary<string, string> after) =>
        [.. before.Keys.Union(after.Keys).Where(key => before.GetValueOrDefault(key) != after.GetValueOrDefault(key)).Order(StringComparer.Ordinal).Select(key => Line(key, before.GetValueOrDefault(key), after.GetValueOrDefault(key)))];

    /// <summary>What was recorded, in the same form.</summary>
    public static IReadOnlyList<string> Recorded(IEnumerable<ChangedRow> rows) =>
        [.. rows.OrderBy(row => Name(row.TableName, row.RowKey), StringComparer.Ordinal).Select(row => Line(Name(row.TableName, row.RowKey), row.Before, row.After))];

    private static string Name(string table, string key) => table + "/" + key;

    private static string Line(string name, string? before, string? after) => $"{name}: {before ?? "-"} => {after ?? "-"}";

    private static async Task<List<object>> RowsAsync<TRow>(BudgetDbContext context)
        where TRow : class => [.. await context.Set<TRow>().AsNoTracking().ToListAsync()];
}
