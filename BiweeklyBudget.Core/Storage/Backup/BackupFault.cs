namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>Why a backup cannot be read or written.</summary>
public enum BackupFault
{
    /// <summary>The file is no backup of this program.</summary>
    NotABackup,

    /// <summary>The file is cut off or was changed.</summary>
    Damaged,

    /// <summary>The file was made by a newer version of the program.</summary>
    Newer,

    /// <summary>The file is encrypted, and the passphrase is missing or another.</summary>
    WrongPassphrase,

    /// <summary>There is a file of that name already, or another process is writing it.</summary>
    FileExists,

    /// <summary>The file or its folder cannot be read or written, or the disk is full.</summary>
    Unusable,

    /// <summary>The rows are sound, but the database cannot hold them as they are.</summary>
    NotStorable,
}
