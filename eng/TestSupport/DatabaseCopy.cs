using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BiweeklyBudget.TestSupport;

/// <summary>Makes one database hold exactly the rows of another one, whatever their engines; both have all tables.</summary>
internal static class DatabaseCopy
{
    public static Task CopyAsync(DatabaseConnection from, DatabaseConnection to) => CopyAsync(from, to, _ => true);

    /// <summary>Copies some tables alone, chosen by name.</summary>
    public static async Task CopyAsync(DatabaseConnection from, DatabaseConnection to, Func<string, bool> isWanted)
    {
        ArgumentNullException.ThrowIfNull(isWanted);
        await using var source = from.CreateContext();
        await using var target = to.CreateContext();
        await target.Database.OpenConnectionAsync();
        await target.Database.ExecuteSqlRawAsync(to.Engine == DatabaseEngine.Sqlite ? "PRAGMA foreign_keys = OFF" : "SET SESSION FOREIGN_KEY_CHECKS = 0, SESSION lock_wait_timeout = 20");
        await using (var transaction = await target.Database.BeginTransactionAsync())
        {
            if (to.Engine == DatabaseEngine.Sqlite)
            {
                // New ids go on after the copied rows', not after those that stood there before.
                await target.Database.ExecuteSqlRawAsync("DELETE FROM sqlite_sequence");
            }

            foreach (var entity in target.Model.GetEntityTypes().Where(e => e.GetTableName() is { } table && isWanted(table) && !e.IsOwned()))
            {
                await CopyTableAsync(source, target, entity);
            }

            await transaction.CommitAsync();
        }

        await target.Database.ExecuteSqlRawAsync(to.Engine == DatabaseEngine.Sqlite ? "PRAGMA foreign_keys = ON" : "SET SESSION FOREIGN_KEY_CHECKS = 1");
    }

    private static async Task CopyTableAsync(BudgetDbContext source, BudgetDbContext target, IEntityType entity)
    {
        await (Task)Method(nameof(ClearAsync), entity).Invoke(null, [target])!;
        var rows = await (Task<List<object>>)Method(nameof(ReadAsync), entity).Invoke(null, [source])!;
        await new BulkInsert(target, entity).WriteAsync(rows);
    }

    private static System.Reflection.MethodInfo Method(string name, IEntityType entity) =>
        typeof(DatabaseCopy).GetMethod(name, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(entity.ClrType);

    private static async Task<List<object>> ReadAsync<TEntity>(BudgetDbContext context)
        where TEntity : class => [.. await context.Set<TEntity>().AsNoTracking().IgnoreQueryFilters().IgnoreAutoIncludes().ToListAsync()];

    private static async Task ClearAsync<TEntity>(BudgetDbContext context)
        where TEntity : class => await context.Set<TEntity>().IgnoreQueryFilters().ExecuteDeleteAsync();
}
