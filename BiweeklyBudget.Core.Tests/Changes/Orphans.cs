using System.Reflection;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BiweeklyBudget.Core.Tests.Changes;

/// <summary>Rows that point to one that is not there, or that belong to none: by the model's foreign keys, whatever the database itself enforces.</summary>
internal static class Orphans
{
    private static readonly MethodInfo ReadRows = typeof(Orphans).GetMethod(nameof(RowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static async Task<IReadOnlyList<string>> FindAsync(BudgetDbContext context)
    {
        var tables = RecordedTables.Of(context);
        var rows = new Dictionary<Type, List<object>>();
        foreach (var table in tables.All)
        {
            rows[table.Type.ClrType] = await (Task<List<object>>)ReadRows.MakeGenericMethod(table.Type.ClrType).Invoke(null, [context])!;
        }

        var orphans = new List<string>();
        foreach (var reference in tables.All.SelectMany(table => table.Type.GetForeignKeys()).Where(reference => rows.ContainsKey(reference.PrincipalEntityType.ClrType)))
        {
            var present = rows[reference.PrincipalEntityType.ClrType].Select(row => Values(row, reference.PrincipalKey.Properties)).ToHashSet(StringComparer.Ordinal);
            orphans.AddRange(rows[reference.DeclaringEntityType.ClrType]
                .Where(row => reference.Properties.All(property => property.PropertyInfo!.GetValue(row) is not null) && !present.Contains(Values(row, reference.Properties)))
                .Select(row => $"{reference.DeclaringEntityType.ClrType.Name} points to no {reference.PrincipalEntityType.ClrType.Name} {Values(row, reference.Properties)}"));
        }

        // A split without a transaction would be counted nowhere and yet have moved a balance.
        return [.. orphans, .. await context.TransactionSplits.Where(split => split.TransactionId == null).Select(split => $"split {split.Id} has no transaction").ToListAsync()];
    }

    private static string Values(object row, IEnumerable<IProperty> properties) => string.Join('/', properties.Select(property => property.PropertyInfo!.GetValue(row)));

    private static async Task<List<object>> RowsAsync<TRow>(BudgetDbContext context)
        where TRow : class => [.. await context.Set<TRow>().AsNoTracking().ToListAsync()];
}
