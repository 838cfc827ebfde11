namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>How data is kept that a restore replaces.</summary>
/// <param name="Folder">The folder of its backup.</param>
/// <param name="Passphrase">Encrypts it; null for none.</param>
internal sealed record OldData(string Folder, string? Passphrase);
