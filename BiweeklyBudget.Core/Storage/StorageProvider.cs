using BiweeklyBudget.Core.Storage.Streaming;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Core.Storage;

/// <summary>All that depends on the EF Core provider of one engine; each implementation stands in that engine's folder.</summary>
internal abstract class StorageProvider
{
    /// <summary>Host and database name, or the file's path; never a user or a password.</summary>
    public abstract string Description { get; }

    /// <summary>Opens a context of its own.</summary>
    public abstract BudgetDbContext CreateContext(Action<DbContextOptionsBuilder>? configure);

    /// <summary>A pool of contexts.</summary>
    /// <param name="configure">Further options, for example logging.</param>
    public abstract IDbContextFactory<BudgetDbContext> CreateContextPool(Action<DbContextOptionsBuilder> configure);

    /// <summary>The database's place, for its initialisation.</summary>
    /// <param name="log">Is told in detail how the database is reached, or not; null for nobody.</param>
    public abstract DatabaseSite CreateSite(ILogger? log = null);

    /// <summary>Closes the connections that are kept for later, so that the database can be removed.</summary>
    public abstract void ClosePooled();

    /// <summary>Checks the files that the connection string names beside the database. The database is not touched.</summary>
    /// <exception cref="ConnectionStringException">One cannot be used.</exception>
    public virtual void CheckFiles()
    {
    }

    /// <summary>Begins to read whole tables as of one moment.</summary>
    public abstract Task<IRowReader> OpenRowsToReadAsync(CancellationToken cancellationToken);

    /// <summary>Begins a transaction that replaces whole tables.</summary>
    public abstract Task<IRowWriter> OpenRowsToWriteAsync(CancellationToken cancellationToken);
}
