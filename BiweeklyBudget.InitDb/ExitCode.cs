namespace BiweeklyBudget.InitDb;

/// <summary>What the command's end says to scripts (README.md).</summary>
internal static class ExitCode
{
    /// <summary>Done, or nothing was to do.</summary>
    public const int Ready = 0;

    /// <summary>Wrong usage or a wrong setting.</summary>
    public const int Usage = 1;

    /// <summary>The database is not one to work on, holds data that would be replaced, or cannot hold what the backup has.</summary>
    public const int Refused = 2;

    /// <summary>The database cannot be reached, or the wait for other processes was over.</summary>
    public const int Unavailable = 3;

    /// <summary>With --status: there is something to create, adopt or migrate.</summary>
    public const int Pending = 4;

    /// <summary>The backup is damaged, none, of a newer version, or its passphrase is another.</summary>
    public const int BadBackup = 5;

    /// <summary>The file exists already, or cannot be read or written.</summary>
    public const int File = 6;

    /// <summary>The audit log is not whole.</summary>
    public const int BrokenLog = 7;

    /// <summary>Ended by Ctrl+C or SIGTERM.</summary>
    public const int Interrupted = 130;
}
