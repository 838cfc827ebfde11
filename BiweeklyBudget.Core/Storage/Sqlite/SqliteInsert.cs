using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>Inserts rows of a table in the running transaction by one statement of one row, which is prepared once.</summary>
internal sealed class SqliteInsert : IAsyncDisposable
{
    private readonly BulkTable _table;
    private readonly IReadOnlyList<int> _columns;
    private readonly SqliteCommand _command;

    private SqliteInsert(BudgetDbContext database, BulkTable table, IReadOnlyList<int> columns, string end)
    {
        _table = table;
        _columns = columns;
        _command = Command(
            database,
            $"INSERT INTO {SqliteRows.Quote(table.Name)} ({string.Join(", ", columns.Select(column => SqliteRows.Quote(table.Columns[column])))}) VALUES ({string.Join(", ", columns.Select(Place))}){end}");
        foreach (var column in columns)
        {
            _command.Parameters.Add(new SqliteParameter(Place(column), null));
        }
    }

    /// <summary>Inserts rows to which the database gives an id.</summary>
    public static SqliteInsert WithoutIds(BudgetDbContext database, BulkTable table) => new(database, table, table.Given, " RETURNING id");

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
    /// <returns>The id that it got; null when it had its key.</returns>
    public async Task<int?> RunAsync(object row, CancellationToken cancellationToken)
    {
        for (var i = 0; i < _columns.Count; i++)
        {
            _command.Parameters[i].Value = _table.ValueOf(row, _columns[i]);
        }

        return (int?)(long?)await _command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private static string Place(int column) => string.Create(CultureInfo.InvariantCulture, $"$p{column}");
}
