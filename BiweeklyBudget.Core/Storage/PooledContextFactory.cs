using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Storage;

/// <summary>Gives the pooled contexts of one engine out as what the features know.</summary>
internal sealed class PooledContextFactory<TContext>(IDbContextFactory<TContext> pool) : IDbContextFactory<BudgetDbContext>
    where TContext : BudgetDbContext
{
    public BudgetDbContext CreateDbContext() => pool.CreateDbContext();
}
