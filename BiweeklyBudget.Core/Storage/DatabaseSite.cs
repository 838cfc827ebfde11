using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Storage;

/// <summary>The place where a database is or will be, as its initialisation needs to see it: one implementation per engine.</summary>
internal abstract class DatabaseSite
{
    /// <summary>Ids of the engine's migrations, oldest first. They are written down, so that no start has to look through all types of the assembly for them.</summary>
    public abstract IReadOnlyList<string> Migrations { get; }

    /// <summary>Whether databases made by upstream can be taken over on this engine.</summary>
    public abstract bool CanAdopt { get; }

    /// <summary>Reads what the database says of itself in one cheap statement; <see cref="DatabaseRecord.None"/> when a part of it is missing.</summary>
    public abstract Task<DatabaseRecord> ReadRecordAsync(CancellationToken cancellationToken);

    /// <summary>Reads what is in the database, <see cref="DatabaseContents.None"/> when it is absent. Changes nothing.</summary>
    public abstract Task<DatabaseContents> ReadContentsAsync(CancellationToken cancellationToken);

    /// <summary>Whether none of the tables holds a row.</summary>
    public abstract Task<bool> AreEmptyAsync(IEnumerable<string> tables, CancellationToken cancellationToken);

    /// <summary>Takes the lock that all processes take before they change the database; disposing it gives it back.</summary>
    /// <exception cref="DatabaseUnavailableException">The wait was over.</exception>
    public abstract Task<IAsyncDisposable> LockAsync(LockWait wait, CancellationToken cancellationToken);

    /// <summary>Under the lock: makes the database itself where it is absent, and removes what a killed process left in the way.</summary>
    public abstract Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Under the lock: drops the tables of an interrupted creation.</summary>
    public abstract Task DropAsync(IEnumerable<string> tables, CancellationToken cancellationToken);

    /// <summary>A context for changing the schema, with the patience that this needs.</summary>
    public abstract BudgetDbContext CreateContext(Action<DbContextOptionsBuilder>? configure);

    /// <summary>
    /// Looks at how the tables are stored, by an engine that keeps transactions and in a character set that holds everything, and tries whether they can
    /// be written. Cheap, and changes nothing. A lock that somebody else holds says nothing about that.
    /// </summary>
    /// <exception cref="Exception">One that <see cref="Explain"/> explains: they cannot be written.</exception>
    public abstract Task<TablesFound> CheckTablesAsync(CancellationToken cancellationToken);

    /// <summary>What the operator should know of the way to the database, for example that others can read along; null when nothing.</summary>
    public virtual Task<string?> FindRiskAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>What to tell the user if an exception means that the database cannot be used now; <see langword="null"/> for any other.</summary>
    public abstract DatabaseUnavailableException? Explain(Exception exception);

    /// <summary>What the engine or the operating system itself said, in short, for people who look closer; without a user name or a password.</summary>
    public virtual string CauseOf(Exception exception) => ExceptionChain.Of(exception).Last().Message.ReplaceLineEndings(" ");
}
