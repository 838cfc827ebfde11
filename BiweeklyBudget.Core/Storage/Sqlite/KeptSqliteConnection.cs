using System.Data;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>
/// A connection that only rests when it is closed: the file stays open, and what was asked stays compiled, which takes SQLite longer than most answers (docs/adr/0051). The driver's own pool
/// keeps no more than the file. What was left unfinished is taken back by closing the file indeed. For one user at a time, as every connection.
/// </summary>
internal sealed class KeptSqliteConnection : SqliteConnection
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly KeptSqliteConnections _kept;
    private CompiledStatements _statements = new();
    private int _round;
    private long _restsSince;
    private bool _isInUse;

    /// <summary>Creates one.</summary>
    /// <param name="connectionString">Without the driver's pool.</param>
    /// <param name="kept">The connections to the same file.</param>
    public KeptSqliteConnection(string connectionString, KeptSqliteConnections kept)
        : base(connectionString)
    {
        _kept = kept;

        // What EF translates Regex.IsMatch to. It lasts as long as the file is open.
        CreateFunction("regexp", (string? pattern, string? text) => pattern is not null && text is not null && Regex.IsMatch(text, pattern, RegexOptions.None, LongestMatch), isDeterministic: true);
    }

    public override ConnectionState State => _isInUse ? base.State : ConnectionState.Closed;

    /// <summary>What has been asked, compiled.</summary>
    internal CompiledStatements Statements => _statements;

    public override void Open()
    {
        lock (_gate)
        {
            if (_isInUse)
            {
                return;
            }

            if (_round != _kept.Round)
            {
                CloseFile();
            }

            _round = _kept.Round;
            _isInUse = true;
            try
            {
                base.Open();
            }
            catch
            {
                _isInUse = false;
                throw;
            }
        }

        _kept.Note(this);
    }

    public override void Close()
    {
        lock (_gate)
        {
            if (!_isInUse)
            {
                return;
            }

            if (_round != _kept.Round || Transaction is not null || _statements.AreInUse || raw.sqlite3_get_autocommit(Handle) == 0)
            {
                CloseFile();
            }

            _restsSince = Environment.TickCount64;
            _isInUse = false;
        }
    }

    /// <summary>Closes the file on all connections to it, on those in use as soon as they are closed.</summary>
    public void CloseAll() => _kept.Close();

    /// <summary>Closes the file, unless somebody uses the connection.</summary>
    /// <param name="rest">Since how many milliseconds it must have rested.</param>
    /// <returns>Whether the file is closed.</returns>
    public bool TryCloseResting(long rest)
    {
        lock (_gate)
        {
            if (_isInUse || (base.State == ConnectionState.Open && Environment.TickCount64 - _restsSince < rest))
            {
                return false;
            }

            CloseFile();
            return true;
        }
    }

    public override SqliteCommand CreateCommand() => new KeptSqliteCommand(this) { CommandTimeout = DefaultTimeout, Transaction = Transaction };

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            lock (_gate)
            {
                CloseFile();
            }
        }

        base.Dispose(disposing);
    }

    // The driver closes only what says that it is open.
    private void CloseFile()
    {
        var isInUse = _isInUse;
        _isInUse = true;
        try
        {
            _statements.Dispose();
            _statements = new CompiledStatements();
            base.Close();
        }
        finally
        {
            _isInUse = isInUse && base.State == ConnectionState.Open;
        }
    }
}
