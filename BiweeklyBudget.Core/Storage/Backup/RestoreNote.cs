namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>What the audit log says of a restore, and how what it replaces is called.</summary>
/// <param name="Who">Who asked for it; null when that is not known.</param>
/// <param name="Place">From where; null when that is not known.</param>
/// <param name="What">What is restored: a file's name, or the database that is moved.</param>
/// <param name="Write">Writes into the log, in the transaction of the context, that it is done, and with what.</param>
/// <param name="NameIn">The full path of a backup of what is replaced, in a folder whose backups are listed; null for another folder, or when the name is taken.</param>
internal sealed record RestoreNote(string? Who, string? Place, string What, BackupNote Write, Func<string, string?> NameIn);
