using Microsoft.Data.Sqlite;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>Commands of one open connection by their texts. Each keeps what SQLite has compiled of it.</summary>
internal sealed class CompiledStatements : IDisposable
{
    // What the pages ask, and a few more; some kilobytes each.
    private const int Most = 64;
    private const int LongestText = 8000;

    private readonly Dictionary<string, LinkedListNode<SqliteCommand>> _resting = new(StringComparer.Ordinal);
    private readonly LinkedList<SqliteCommand> _byUse = [];
    private int _inUse;

    /// <summary>Whether one was taken that has not been given back.</summary>
    public bool AreInUse => _inUse != 0;

    /// <summary>Takes the command of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="connection">The connection, for a new one.</param>
    public SqliteCommand Take(string text, SqliteConnection connection)
    {
        _inUse++;
        if (!_resting.Remove(text, out var node))
        {
#pragma warning disable CA2100 // The text of a command that somebody made.
            return new SqliteCommand(text, connection);
#pragma warning restore CA2100
        }

        _byUse.Remove(node);
        return node.Value;
    }

    /// <summary>Gives a command back that was run to its end, and keeps it if there is room; the one goes that was not asked for longest.</summary>
    public void GiveBack(SqliteCommand command)
    {
        _inUse--;
        if (command.CommandText.Length > LongestText || _resting.ContainsKey(command.CommandText))
        {
            command.Dispose();
            return;
        }

        if (_resting.Count == Most)
        {
            var oldest = _byUse.First!.Value;
            _byUse.RemoveFirst();
            _resting.Remove(oldest.CommandText);
            oldest.Dispose();
        }

        // Neither what was asked for last nor its transaction is kept alive by it.
        command.Parameters.Clear();
        command.Transaction = null;
        _resting.Add(command.CommandText, _byUse.AddLast(command));
    }

    /// <summary>Throws a command away, whatever it was at.</summary>
    public void Discard(SqliteCommand command)
    {
        _inUse--;
        command.Dispose();
    }

    public void Dispose()
    {
        foreach (var command in _byUse)
        {
            command.Dispose();
        }

        _byUse.Clear();
        _resting.Clear();
    }
}
