using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Saving;

/// <summary>What the audit log says of backups and restores. Each is written in the transaction that is open, as done by whoever the context's work is recorded under.</summary>
internal static class BackupAudit
{
    /// <summary>Says, in a transaction of its own, that a backup is begun.</summary>
    public static async Task BeginAsync(BudgetDbContext database, CancellationToken cancellationToken)
    {
        var transaction = await database.BeginSaveAsync(cancellationToken).ConfigureAwait(false);
        await using var ended = transaction.ConfigureAwait(false);
        await NoteAsync(database, subject: null, AuditWords.Begun, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says what became of a backup, where people sign in.</summary>
    public static async Task NoteAsync(BudgetDbContext database, string? subject, string details, CancellationToken cancellationToken)
    {
        if (await database.Users.AnyAsync(cancellationToken).ConfigureAwait(false))
        {
            await AuditWriter.AddAsync(database, AuditKind.Backup, subject, details, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Says that a restore is done, and with what.</summary>
    public static Task NoteRestoreAsync(BudgetDbContext database, string? subject, string details, CancellationToken cancellationToken) =>
        AuditWriter.AddAsync(database, AuditKind.Restore, subject, $"{AuditWords.Done}: {details}", cancellationToken);
}
