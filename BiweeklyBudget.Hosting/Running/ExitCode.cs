namespace BiweeklyBudget.Hosting.Running;

/// <summary>What the program's end says to scripts: the same numbers as <c>initdb</c>'s (README.md, Exit codes).</summary>
internal static class ExitCode
{
    /// <summary>Ended as it was told to.</summary>
    public const int Ended = 0;

    /// <summary>Wrong usage or a wrong setting. Nothing was opened.</summary>
    public const int Usage = 1;

    /// <summary>The database is not one to work on. Nothing was changed.</summary>
    public const int Refused = 2;

    /// <summary>The database cannot be reached or written, or the address cannot be served at.</summary>
    public const int Unavailable = 3;
}
