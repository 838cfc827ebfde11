using System.Data;
using Microsoft.Data.Sqlite;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>A command that runs what its connection has compiled of the same text before, if nobody else runs it now.</summary>
internal sealed class KeptSqliteCommand : SqliteCommand
{
    private readonly KeptSqliteConnection _connection;
    private CompiledStatements? _statements;
    private SqliteCommand? _compiled;
    private SqliteDataReader? _reader;

    /// <summary>Creates one.</summary>
    /// <param name="connection">An open connection.</param>
    public KeptSqliteCommand(KeptSqliteConnection connection)
    {
        _connection = connection;
        Connection = connection;
    }

    public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
    {
        var compiled = Compiled();
        try
        {
            return _reader = compiled.ExecuteReader(behavior);
        }
        catch
        {
            Let(goOn: false);
            throw;
        }
    }

    public override void Prepare() => Compiled().Prepare();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Let(goOn: _reader is null or { IsClosed: true });
        }

        base.Dispose(disposing);
    }

    private SqliteCommand Compiled()
    {
        // The connection was closed and opened meanwhile, or the text was changed.
        if (_compiled is not null && (_statements != _connection.Statements || !string.Equals(_compiled.CommandText, CommandText, StringComparison.Ordinal)))
        {
            Let(goOn: _reader is null or { IsClosed: true });
        }

        if (_compiled is null)
        {
            _statements = _connection.Statements;
            _compiled = _statements.Take(CommandText, _connection);
        }

        _compiled.CommandTimeout = CommandTimeout;
        _compiled.Transaction = Transaction;
        GiveParameters(_compiled.Parameters);
        return _compiled;
    }

    private void GiveParameters(SqliteParameterCollection compiled)
    {
        var given = Parameters;
        var areGiven = compiled.Count == given.Count;
        for (var i = 0; areGiven && i < given.Count; i++)
        {
            areGiven = ReferenceEquals(compiled[i], given[i]);
        }

        if (areGiven)
        {
            return;
        }

        compiled.Clear();
        foreach (SqliteParameter parameter in given)
        {
            compiled.Add(parameter);
        }
    }

    private void Let(bool goOn)
    {
        if (_compiled is not { } compiled)
        {
            return;
        }

        _compiled = null;
        _reader = null;
        if (goOn && _statements == _connection.Statements)
        {
            _statements!.GiveBack(compiled);
        }
        else
        {
            _statements!.Discard(compiled);
        }
    }
}
