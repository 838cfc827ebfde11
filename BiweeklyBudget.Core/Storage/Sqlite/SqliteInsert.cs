using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>Inserts rows to which the database gives an id, in the running transaction, by one statement of one row. Those that have their keys go by <see cref="SqliteRowInsert"/>.</summary>
internal sealed class SqliteInsert : IAsyncDisposable
{
    private readonly BulkTable _table;
    private readonly SqliteCommand _command;

    /// <summary>Makes the statement.</summary>
    public SqliteInsert(BudgetDbContext database, BulkTable table)
    {
        _table = table;
        _command = Command(
            database,
            $"INSERT INTO {SqliteRows.Quote(table.Name)} ({string.Join(", ", table.Given.Select(column => SqliteRows.Quote(table.Columns[column])))}) VALUES ({string.Join(", ", table.Given.Select(Place))}) RETURNING id");
        foreach (var column in table.Given)
        {
            _command.Parameters.Add(new SqliteParameter(Place(column), null));
        }
    }

    /// <summary>A command in a context's running transaction.</summary>
    /// <param name="database">The context.</param>
    /// <param name="text">The statement, with places for its values.</param>
    public static SqliteCommand Command(BudgetDbContext database, string text)
    {
        var command = ((SqliteConnection)database.Database.GetDbConnection()).CreateCommand();
        command.Transaction = (SqliteTransaction?)database.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Names of the program's own tables and columns.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }

    /// <summary>Inserts a row.</summary>
    /// <returns>The id that it got.</returns>
    public async Task<int> RunAsync(object row, CancellationToken cancellationToken)
    {
        for (var i = 0; i < _table.Given.Count; i++)
        {
            _command.Parameters[i].Value = _table.ValueOf(row, _table.Given[i]);
        }

        return checked((int)(long)(await _command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!);
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private static string Place(int column) => string.Create(CultureInfo.InvariantCulture, $"$p{column}");
}
