namespace BiweeklyBudget.Core.Storage.AutomaticBackups;

/// <summary>Why a backup is made without being asked for.</summary>
internal enum BackupKind
{
    /// <summary>A day has passed since the last one.</summary>
    Daily,

    /// <summary>The database is about to be adopted or migrated.</summary>
    Upgrade,

    /// <summary>An adoption or migration that was cut short is about to go on: the schema is not that of any version.</summary>
    InterruptedUpgrade,
}
