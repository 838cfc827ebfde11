using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// Reads what a statement of our own gives, as EF runs a raw statement: on the context's connection, in its transaction, within its time limit, and told to whoever listens. EF itself
/// has that only for queries, each of which costs it a third of what a small save takes.
/// </summary>
internal static class OwnStatement
{
    /// <summary>Runs a statement, or several, and reads the rows of all that give any.</summary>
    /// <typeparam name="TRow">What is kept of a row.</typeparam>
    /// <param name="database">The context.</param>
    /// <param name="text">The text; every value in it is a place, <c>{0}</c>, or the name of a parameter.</param>
    /// <param name="values">The values of the places, or parameters of the driver.</param>
    /// <param name="read">Reads one row.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The rows of all results, in their order.</returns>
    public static async Task<List<TRow>> ReadAsync<TRow>(BudgetDbContext database, string text, IEnumerable<object> values, Func<DbDataReader, TRow> read, CancellationToken cancellationToken)
    {
        var results = await ExecuteAsync(database, text, values, cancellationToken).ConfigureAwait(false);
        await using (results.ConfigureAwait(false))
        {
            var rows = new List<TRow>();
            do
            {
                while (await results.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    rows.Add(read(results.DbDataReader));
                }
            }
            while (await results.DbDataReader.NextResultAsync(cancellationToken).ConfigureAwait(false));
            return rows;
        }
    }

    /// <summary>Runs several statements in one turn and reads the rows of each in a way of its own.</summary>
    /// <param name="database">The context.</param>
    /// <param name="text">The statements, each of which gives rows; every value in them is a place, <c>{0}</c>.</param>
    /// <param name="values">The values of the places.</param>
    /// <param name="read">For each statement, in their order, what reads one of its rows.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static async Task ReadEachAsync(BudgetDbContext database, string text, IEnumerable<object> values, IReadOnlyList<Action<OwnRow>> read, CancellationToken cancellationToken)
    {
        var results = await ExecuteAsync(database, text, values, cancellationToken).ConfigureAwait(false);
        await using (results.ConfigureAwait(false))
        {
            var rows = results.DbDataReader;
            foreach (var (place, readRow) in read.Index())
            {
                if (place > 0 && !await rows.NextResultAsync(cancellationToken).ConfigureAwait(false))
                {
                    throw new InvalidOperationException("A statement has given no rows.");
                }

                var row = new OwnRow(rows);
                while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    readRow(row);
                }
            }
        }
    }

    private static Task<RelationalDataReader> ExecuteAsync(BudgetDbContext database, string text, IEnumerable<object> values, CancellationToken cancellationToken)
    {
        var command = database.GetService<IRawSqlCommandBuilder>().Build(text, values, database.Model);
        var parameters = new RelationalCommandParameterObject(
            database.GetService<IRelationalConnection>(),
            command.ParameterValues,
            readerColumns: null,
            database,
            database.GetService<IRelationalCommandDiagnosticsLogger>(),
            CommandSource.ExecuteSqlRaw);
        return command.RelationalCommand.ExecuteReaderAsync(parameters, cancellationToken);
    }
}
