using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// Logs SQL statements and their times for the switches SQL_ECHO and SQL_QUERY_PROFILE (spec/domain.md §1). Values of parameters
/// are never logged, nor are those that stand in a statement's text: they are people's money, and some are secrets.
/// </summary>
internal sealed class SqlLog(ILogger<SqlLog> logger, bool echoes, bool profiles) : DbCommandInterceptor
{
    /// <summary>
    /// EF logs every statement, which would be most of a program's log; whoever wants to see them says so (SQL_ECHO). It also logs what fails and throws it too. Whoever
    /// catches the exception knows what it means and logs it once; here it would be there twice, with a stack trace for each statement while a server is away.
    /// </summary>
    public static void KeepProgramsLogsShort(WarningsConfigurationBuilder warnings) => warnings.Log(
        (RelationalEventId.CommandExecuted, LogLevel.Debug),
        (RelationalEventId.CommandError, LogLevel.Debug),
        (RelationalEventId.ConnectionError, LogLevel.Debug),
        (RelationalEventId.TransactionError, LogLevel.Debug),
        (CoreEventId.QueryIterationFailed, LogLevel.Debug),
        (CoreEventId.SaveChangesFailed, LogLevel.Debug));

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        Write(command, eventData.Duration);
        return result;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Write(command, eventData.Duration);
        return ValueTask.FromResult(result);
    }

    public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result)
    {
        Write(command, eventData.Duration);
        return result;
    }

    public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default)
    {
        Write(command, eventData.Duration);
        return ValueTask.FromResult(result);
    }

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        Write(command, eventData.Duration);
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Write(command, eventData.Duration);
        return ValueTask.FromResult(result);
    }

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Write(command, eventData.Duration);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Write(command, eventData.Duration);
        return Task.CompletedTask;
    }

    private void Write(DbCommand command, TimeSpan duration)
    {
        if (!echoes && !profiles)
        {
            return;
        }

        var statement = MaskedStatement.Of(command.CommandText);
        if (echoes)
        {
            logger.LogInformation("SQL: {Statement}", statement);
        }

        if (profiles)
        {
            logger.LogInformation("SQL took {Milliseconds:0.000} ms: {Statement}", duration.TotalMilliseconds, statement);
        }
    }
}
