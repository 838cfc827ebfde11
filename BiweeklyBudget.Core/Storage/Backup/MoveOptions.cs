namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>How a database is moved (<see cref="BudgetEngine.MoveToAsync"/>).</summary>
public sealed record MoveOptions
{
    /// <summary>Whether a target that holds data may be replaced. It is backed up first, whatever happens then.</summary>
    public bool Replace { get; init; }

    /// <summary>Encrypts the backup of what is replaced; null for one that is readable by its owner only.</summary>
    public string? Passphrase { get; init; }

    /// <summary>The folder for the backup of what is replaced; null for the current one.</summary>
    public string? BackupFolder { get; init; }

    /// <summary>Who asked for it, for the audit log; null when that is not known.</summary>
    public string? Who { get; init; }

    /// <summary>From where, for the audit log: an address of the network, or the name of a program; null when that is not known.</summary>
    public string? Place { get; init; }
}
