using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace BiweeklyBudget.Core.Deleting;

/// <summary>Counts what refers to records, by the model's foreign keys: a table that comes later is found by itself.</summary>
internal sealed class Uses(BudgetDbContext database)
{
    private static readonly MethodInfo Count = typeof(Uses).GetMethod(nameof(CountAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Why a record cannot go that others use.</summary>
    /// <param name="name">The record's name.</param>
    /// <param name="users">Who uses it.</param>
    /// <param name="how">What they do, for one and for several of them.</param>
    /// <returns>Null when nobody does.</returns>
    public static Problem? Obstacle(string name, IReadOnlyList<RelatedRecords> users, (string One, string Several)? how = null)
    {
        var (one, several) = how ?? ("uses", "use");
        return users.Count == 0 ? null : new Problem(null, ProblemCode.InUse, $"{name} cannot be deleted: {Text(users)} {(users is [{ Count: 1 }] ? one : several)} it.");
    }

    /// <summary>How often rows are referred to.</summary>
    /// <typeparam name="TPrincipal">The rows' class.</typeparam>
    /// <param name="ids">The rows.</param>
    /// <param name="leftOut">Classes that do not count: they go along, or are counted in another way.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ILookup<int, RelatedRecords>> ReadAsync<TPrincipal>(int[] ids, IReadOnlyCollection<Type> leftOut, CancellationToken cancellationToken)
    {
        var tables = RecordedTables.Of(database);
        var found = new List<(int Id, RelatedRecords Users)>();
        foreach (var reference in database.Model.FindEntityType(typeof(TPrincipal))!.GetReferencingForeignKeys())
        {
            // The only other one is that of an account at Plaid, which is nobody's to delete.
            if (reference is { Properties: [var property] } && !leftOut.Contains(reference.DeclaringEntityType.ClrType))
            {
                var kind = RecordKinds.Of(tables.Find(reference.DeclaringEntityType.ClrType)!);
                var counts = await ((Task<List<KeyValuePair<int, int>>>)Count.MakeGenericMethod(reference.DeclaringEntityType.ClrType).Invoke(null, [database, property, ids, cancellationToken])!).ConfigureAwait(false);
                found.AddRange(counts.Select(count => (count.Key, new RelatedRecords(kind, count.Value))));
            }
        }

        return found.ToLookup(use => use.Id, use => use.Users);
    }

    private static string Text(IReadOnlyList<RelatedRecords> users)
    {
        var parts = users.Select(use => string.Create(CultureInfo.InvariantCulture, $"{use.Count} {RecordKinds.Words(use.Kind)}{(use.Count == 1 ? "" : "s")}")).ToList();
        return parts.Count == 1 ? parts[0] : string.Join(", ", parts[..^1]) + " and " + parts[^1];
    }

    private static async Task<List<KeyValuePair<int, int>>> CountAsync<TRow>(BudgetDbContext database, IProperty reference, int[] ids, CancellationToken cancellationToken)
        where TRow : class
    {
        var row = Expression.Parameter(typeof(TRow));
        var value = Expression.Convert(Expression.Property(row, reference.PropertyInfo!), typeof(int?));
        Expression<Func<int?, bool>> isOne = id => id != null && ids.Contains(id.Value);
        var uses = Expression.Lambda<Func<TRow, bool>>(ReplacingExpressionVisitor.Replace(isOne.Parameters[0], value, isOne.Body), row);
        var counts = await database.Set<TRow>().Where(uses).GroupBy(Expression.Lambda<Func<TRow, int?>>(value, row)).Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return counts.ConvertAll(count => KeyValuePair.Create(count.Key!.Value, count.Count));
    }
}
