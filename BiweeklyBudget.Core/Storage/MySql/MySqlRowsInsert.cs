using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MySqlConnector;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>A statement that inserts so many rows in the running transaction. Its values have places without names, which the driver would look for in its text, each time, for each value.</summary>
internal sealed class MySqlRowsInsert : IDisposable
{
    private readonly BulkTable _table;
    private readonly IReadOnlyList<int> _columns;
    private readonly MySqlCommand _command;

    /// <summary>Makes the statement.</summary>
    /// <param name="database">The context, in a transaction.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">Numbers of the columns that have values; the others become NULL.</param>
    /// <param name="rows">How many rows.</param>
    public MySqlRowsInsert(BudgetDbContext database, BulkTable table, IReadOnlyList<int> columns, int rows)
    {
        (_table, _columns) = (table, columns);
        _command = ((MySqlConnection)database.Database.GetDbConnection()).CreateCommand();
        _command.Transaction = (MySqlTransaction?)database.Database.CurrentTransaction?.GetDbTransaction();
        _command.CommandTimeout = database.Database.GetCommandTimeout() ?? _command.CommandTimeout;
        for (var place = 0; place < rows * columns.Count; place++)
        {
            _command.Parameters.Add(new MySqlParameter());
        }

#pragma warning disable CA2100 // Only names of the program's own tables and columns, and places of parameters; every value is a parameter.
        _command.CommandText = Text(table, columns, rows);
#pragma warning restore CA2100
    }

    /// <summary>Inserts rows.</summary>
    /// <param name="rows">Where they are.</param>
    /// <param name="first">The first one's place there.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task RunAsync(IReadOnlyList<object> rows, int first, CancellationToken cancellationToken)
    {
        for (var place = 0; place < _command.Parameters.Count; place++)
        {
            _command.Parameters[place].Value = _table.ValueOf(rows[first + (place / _columns.Count)], _columns[place % _columns.Count]);
        }

        return _command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The same, for a statement that runs often: the server reads its text only once in a session.</summary>
    /// <param name="rows">Where they are.</param>
    /// <param name="first">The first one's place there.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task RunPreparedAsync(IReadOnlyList<object> rows, int first, CancellationToken cancellationToken)
    {
        if (!_command.IsPrepared)
        {
            await _command.PrepareAsync(cancellationToken).ConfigureAwait(false);
        }

        await RunAsync(rows, first, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _command.Dispose();

    private static string Text(BulkTable table, IReadOnlyList<int> columns, int rows)
    {
        var given = columns.ToHashSet();
        var row = $"({string.Join(", ", table.Columns.Select((_, column) => given.Contains(column) ? "?" : "NULL"))})";
        return new StringBuilder($"INSERT INTO {MySqlRows.Quote(table.Name)} ({string.Join(", ", table.Columns.Select(MySqlRows.Quote))}) VALUES ").AppendJoin(", ", Enumerable.Repeat(row, rows)).ToString();
    }
}
