using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BiweeklyBudget.TestSupport;

/// <summary>
/// Counts the SQL statements that contexts send: <c>database.CreateContext(counter.Attach)</c>. Several contexts may share one.
/// </summary>
public sealed class StatementCounter : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _statements = new();

    /// <summary>How many statements were sent since the start or the last reset.</summary>
    public int Count => _statements.Count;

    /// <summary>Their texts, in order.</summary>
    public IReadOnlyList<string> Statements => [.. _statements];

    public void Attach(DbContextOptionsBuilder options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.AddInterceptors(this);
    }

    public void Reset() => _statements.Clear();

    /// <summary>Counts what an action sends through the counter's contexts.</summary>
    public async Task<int> CountAsync(Func<Task> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        Reset();
        await action();
        return Count;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Counted(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Counted(command, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Counted(command, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Counted(command, result));

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Counted(command, result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => new(Counted(command, result));

    private InterceptionResult<T> Counted<T>(DbCommand command, InterceptionResult<T> result)
    {
        ArgumentNullException.ThrowIfNull(command);
        _statements.Enqueue(command.CommandText);
        return result;
    }
}
