using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BiweeklyBudget.Core.Storage;

/// <summary>All that depends on the EF Core provider of one engine; each implementation stands in that engine's folder.</summary>
internal abstract class StorageProvider
{
    /// <summary>Host and database name, or the file's path; never a user or a password.</summary>
    public abstract string Description { get; }

    /// <summary>Opens a context of its own.</summary>
    public abstract BudgetDbContext CreateContext(Action<DbContextOptionsBuilder>? configure);

    /// <summary>Registers a pool of contexts behind <see cref="IDbContextFactory{TContext}"/> of <see cref="BudgetDbContext"/>.</summary>
    public abstract void AddContextPool(IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> configure);

    /// <summary>The database's place, for its initialisation.</summary>
    public abstract DatabaseSite CreateSite();
}
