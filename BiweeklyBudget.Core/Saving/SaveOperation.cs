using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.Saving;

/// <summary>
/// What all saving operations share: a command is checked by rules that need no database, then in a database transaction by those
/// that do, and stored in the same transaction. A command with problems is checked against the database all the same, so that
/// everything that is wrong is reported together, but nothing is locked for it.
/// </summary>
/// <typeparam name="TCommand">What is to be saved.</typeparam>
/// <typeparam name="TRows">What the checks read and storing needs again.</typeparam>
/// <typeparam name="TSaved">What a success results in.</typeparam>
/// <param name="database">The database; the context itself is neither used nor changed.</param>
internal abstract class SaveOperation<TCommand, TRows, TSaved>(BudgetDbContext database)
    where TCommand : class
{
    /// <summary>The problem when a unique key refuses the row, because somebody else took the name meanwhile; null when none can.</summary>
    protected virtual Problem? Duplicate => null;

    /// <summary>Checks and stores.</summary>
    public async Task<Outcome<TSaved>> ExecuteAsync(TCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var before = new Problems();
        CheckAlone(command, before);
        if ((before.Any || before.Refusal is not null) && KeyedSave.Of(database) is not { IsAnswered: true })
        {
            return NotSaved(await CheckInDatabaseAsync(command, before, cancellationToken).ConfigureAwait(false));
        }

        if (Preparation(command) is { } prepare && KeyedSave.Of(database) is not { IsAnswered: true })
        {
            await AtomicSave.ReadAsync(
                database,
                async (save, token) =>
                {
                    await prepare(save.Database, token).ConfigureAwait(false);
                    return true;
                },
                cancellationToken).ConfigureAwait(false);
        }

        return await AtomicSave.RunAsync(database, GetType().Name, SaveAsync, Duplicate is { } duplicate ? () => NotUnique(duplicate) : null, cancellationToken).ConfigureAwait(false);

        async Task<Outcome<TSaved>> SaveAsync(RunningSave save, CancellationToken token)
        {
            var problems = new Problems();
            var rows = await CheckAsync(save, command, problems, token).ConfigureAwait(false);
            return problems.Any || problems.Refusal is not null ? NotSaved(problems) : await StoreAsync(save, command, rows, token).ConfigureAwait(false);
        }
    }

    /// <summary>Everything that is wrong with a command; nothing is locked or changed.</summary>
    /// <param name="command">The command.</param>
    /// <param name="unknown">Properties whose values are not known yet: nothing is said about them, whatever stands in them.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    public async Task<IReadOnlyList<Problem>> CheckAsync(TCommand command, IReadOnlySet<string>? unknown, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var problems = new Problems(unknown);
        CheckAlone(command, problems);
        problems = await CheckInDatabaseAsync(command, problems, cancellationToken).ConfigureAwait(false);
        return problems.Refusal is { } refusal ? [.. problems.Found, refusal] : problems.Found;
    }

    /// <summary>What takes long and needs no lock, to be done before the database transaction begins; null for nothing. It only reads.</summary>
    protected virtual Func<BudgetDbContext, CancellationToken, Task>? Preparation(TCommand command) => null;

    /// <summary>Rules that need no database.</summary>
    protected abstract void CheckAlone(TCommand command, Problems problems);

    /// <summary>Rules that need it. The rows that the save depends on are locked while they are read.</summary>
    /// <returns>What <see cref="StoreAsync"/> needs again; anything when there are problems.</returns>
    protected abstract Task<TRows> CheckAsync(RunningSave save, TCommand command, Problems problems, CancellationToken cancellationToken);

    /// <summary>Stores a command without problems. May be called more than once, each time in a new transaction.</summary>
    protected abstract Task<Outcome<TSaved>> StoreAsync(RunningSave save, TCommand command, TRows rows, CancellationToken cancellationToken);

    private static Outcome<TSaved> NotSaved(Problems problems) => problems.Any ? new Outcome<TSaved>.Invalid(problems.Found) : new Outcome<TSaved>.Refused(problems.Refusal!);

    private static Outcome<TSaved> NotUnique(Problem problem) => problem.Property is null ? new Outcome<TSaved>.Refused(problem) : new Outcome<TSaved>.Invalid([problem]);

    private Task<Problems> CheckInDatabaseAsync(TCommand command, Problems before, CancellationToken cancellationToken) => AtomicSave.ReadAsync(
        database,
        async (save, token) =>
        {
            var problems = before.Copy();
            await CheckAsync(save, command, problems, token).ConfigureAwait(false);
            return problems;
        },
        cancellationToken);
}
