using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>
/// Inserts many rows that have their keys in the running transaction, by one statement that is prepared once and whose values are bound by their number. The driver would look for
/// the place of each value of each row by its name, which took as long as storing the rows.
/// </summary>
internal sealed class SqliteRowInsert : IDisposable
{
    private readonly BulkTable _table;
    private readonly IReadOnlyList<int> _columns;
    private readonly sqlite3 _session;
    private readonly sqlite3_stmt _statement;
    private byte[] _text = new byte[1024];

    /// <summary>Prepares the statement.</summary>
    /// <param name="database">The context, in a transaction.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">Numbers of the columns that have values; the others become NULL.</param>
    public SqliteRowInsert(BudgetDbContext database, BulkTable table, IReadOnlyList<int> columns)
    {
        (_table, _columns) = (table, columns);
        _session = ((SqliteConnection)database.Database.GetDbConnection()).Handle!;
        var given = columns.ToHashSet();

        // Only names of the program's own tables and columns, and places of parameters, are put together here; every value is a parameter.
        var statement = $"INSERT INTO {SqliteRows.Quote(table.Name)} ({string.Join(", ", table.Columns.Select(SqliteRows.Quote))}) VALUES ({string.Join(", ", table.Columns.Select((_, column) => given.Contains(column) ? "?" : "NULL"))})";
        Check(raw.sqlite3_prepare_v2(_session, statement, out _statement));
    }

    /// <summary>Inserts a row.</summary>
    public void Run(object row)
    {
        for (var place = 0; place < _columns.Count; place++)
        {
            Check(Bind(place + 1, _table.ValueOf(row, _columns[place])));
        }

        var result = raw.sqlite3_step(_statement);
        if (result != raw.SQLITE_DONE)
        {
            Check(result);
        }

        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _session);

    private int Bind(int place, object value) => value switch
    {
        string text => BindText(place, text),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        short number => raw.sqlite3_bind_int64(_statement, place, number),
        bool flag => raw.sqlite3_bind_int64(_statement, place, flag ? 1 : 0),
        DateTime instant => BindText(place, instant.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        DateOnly day => BindText(place, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DBNull => raw.sqlite3_bind_null(_statement, place),
        _ => throw new NotSupportedException($"{value.GetType()} is no type of a column."),
    };

    private int BindText(int place, string text)
    {
        if (text.Length == 0)
        {
            return raw.sqlite3_bind_text(_statement, place, "");
        }

        // SQLite takes a copy.
        if (Encoding.UTF8.GetMaxByteCount(text.Length) > _text.Length)
        {
            _text = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        }

        return raw.sqlite3_bind_text(_statement, place, _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text)));
    }
}
