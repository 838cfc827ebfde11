using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Storage;

/// <summary>Gives the pooled contexts of one engine out as what the features know.</summary>
/// <param name="pool">The pool.</param>
/// <param name="prepare">Done with each context before it is given out; null for nothing.</param>
internal sealed class PooledContextFactory<TContext>(IDbContextFactory<TContext> pool, Action<TContext>? prepare = null) : IDbContextFactory<BudgetDbContext>
    where TContext : BudgetDbContext
{
    public BudgetDbContext CreateDbContext()
    {
        var context = pool.CreateDbContext();
        prepare?.Invoke(context);
        return context;
    }
}
