using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>
/// Sends what begins a state that is read together with the first statement that reads it: by itself it would be a turn to the server, of which a small read has few. It also notes
/// that the session has answered.
/// </summary>
internal sealed class MySqlReadBegin : DbCommandInterceptor
{
    public static MySqlReadBegin Instance { get; } = new();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        // What begins it is a constant, and the text is EF's own.
        (eventData.Context as MySqlBudgetDbContext)?.Begin(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        (eventData.Context as MySqlBudgetDbContext)?.NoteAnswer();
        return ValueTask.FromResult(result);
    }
}
