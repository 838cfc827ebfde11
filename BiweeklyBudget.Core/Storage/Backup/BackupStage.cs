namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>What a backup, a restore, a verification or a move is doing.</summary>
public enum BackupStage
{
    /// <summary>Reads the file through and compares its checksum.</summary>
    CheckingFile,

    /// <summary>Backs up what is replaced.</summary>
    BackingUpOldData,

    /// <summary>Reads rows and writes them to where they go.</summary>
    Copying,

    /// <summary>Reads what was written and compares it, value by value.</summary>
    Comparing,
}
