namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>How a backup is restored (<see cref="BudgetEngine.RestoreAsync"/>).</summary>
public sealed record RestoreOptions
{
    /// <summary>Whether a database that holds data may be replaced. It is backed up first, whatever happens then.</summary>
    public bool Replace { get; init; }

    /// <summary>The passphrase of the file; the backup of what is replaced gets the same.</summary>
    public string? Passphrase { get; init; }

    /// <summary>The folder for the backup of what is replaced; null for the folder of the file that is restored.</summary>
    public string? BackupFolder { get; init; }

    /// <summary>Who asked for it, for the audit log; null when that is not known.</summary>
    public string? Who { get; init; }

    /// <summary>From where, for the audit log: an address of the network, or the name of a program; null when that is not known.</summary>
    public string? Place { get; init; }
}
