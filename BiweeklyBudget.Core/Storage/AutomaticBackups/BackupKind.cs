namespace BiweeklyBudget.Core.Storage.AutomaticBackups;

/// <summary>Why a backup was made.</summary>
internal enum BackupKind
{
    /// <summary>A day has passed since the last one.</summary>
    Daily,

    /// <summary>The database is about to be adopted or migrated.</summary>
    Upgrade,

    /// <summary>As <see cref="Upgrade"/>, but there is another one of the same schema with other rows: an upgrade was begun before, and this one may hold what that left half done.</summary>
    UpgradeAgain,

    /// <summary>Somebody asked for it.</summary>
    Asked,

    /// <summary>Another backup was restored. It was made in the transaction that replaced the data, and not restored for a trial.</summary>
    Replaced,
}
