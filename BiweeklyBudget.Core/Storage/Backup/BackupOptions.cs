namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>How a backup is written (<see cref="BudgetEngine.BackUpAsync"/>).</summary>
public sealed record BackupOptions
{
    /// <summary>Whether a file of that name is replaced; the old one stays until the new one is whole.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Encrypts the file; null for one that is readable by its owner only. Who loses it loses the backup.</summary>
    public string? Passphrase { get; init; }
}
