namespace BiweeklyBudget.Core.Storage;

/// <summary>What is wrong with a database as a whole when something fails that is nobody's mistake. In all cases nothing of a save that was under way is stored, unless its commit was already sent.</summary>
public enum DatabaseFault
{
    /// <summary>The server or file cannot be reached, or the connection broke in the middle. The same may succeed in a moment.</summary>
    Unreachable,

    /// <summary>Somebody else holds the database or a lock for longer than the program waits. The same may succeed in a moment.</summary>
    Busy,

    /// <summary>The disk is full, or cannot be written for another reason.</summary>
    Full,

    /// <summary>The file, its folder, the user or the server may read but not write.</summary>
    ReadOnly,

    /// <summary>The database, its file or a table is not there any more.</summary>
    Missing,

    /// <summary>The file is damaged, or is no database.</summary>
    Damaged,

    /// <summary>The text that was asked for or sent has characters that the database's character set does not.</summary>
    Unstorable,
}
