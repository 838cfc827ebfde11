using BiweeklyBudget.Core.Storage.Backup;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Storage.AutomaticBackups;

/// <summary>The record of automatic backups in the database (table <c>bb_backups</c>).</summary>
internal static class BackupLog
{
    private const int LongestFile = 1024;

    // Enough to know how long the pause after so many failures is.
    private const int Newest = 12;

    /// <summary>Reads what decides when the next one is due and what people are told. Two statements, three before the first backup.</summary>
    public static async Task<BackupHistory> ReadAsync(BudgetDbContext database, CancellationToken cancellationToken)
    {
        var daily = BackupMaker.TextOf(BackupKind.Daily);
        var last = await database.BackupRecords.AsNoTracking().Where(backup => backup.Problem == null && backup.File != null).OrderByDescending(backup => backup.Id)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        var newest = await database.BackupRecords.AsNoTracking().Where(backup => backup.Reason == daily).OrderByDescending(backup => backup.Id).Take(Newest)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var isNeeded = newest.Count > 0 || await database.Accounts.AnyAsync(cancellationToken).ConfigureAwait(false);
        return new BackupHistory(
            last is null ? null : new MadeBackup(last.At, last.Reason, last.File!, last.Bytes ?? 0),
            newest.Find(backup => backup.Problem is null)?.At,
            newest.Count > 0 && newest[0].Problem is { } problem ? new BackupProblem(newest[0].At, problem) : null,
            newest.TakeWhile(backup => backup.Problem is not null).Count(),
            isNeeded);
    }

    /// <summary>Records a good one, and in the same transaction what is noted of it elsewhere.</summary>
    /// <param name="database">The database.</param>
    /// <param name="made">The backup.</param>
    /// <param name="note">Notes the file's name and what became of it.</param>
    /// <param name="cancellationToken">Cancels it; nothing is recorded then.</param>
    public static async Task AddAsync(BudgetDbContext database, MadeBackup made, BackupNote note, CancellationToken cancellationToken)
    {
        var transaction = await database.BeginSaveAsync(cancellationToken).ConfigureAwait(false);
        await using var ended = transaction.ConfigureAwait(false);
        await AddAsync(database, new BackupRecord { At = made.At, Reason = made.Reason, File = made.File.Length <= LongestFile ? made.File : Path.GetFileName(made.File), Bytes = made.Bytes }, cancellationToken).ConfigureAwait(false);
        await note(database, Path.GetFileName(made.File), "made, " + made.Reason, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Records a daily one that failed.</summary>
    public static Task AddAsync(BudgetDbContext database, BackupProblem problem, CancellationToken cancellationToken) =>
        AddAsync(database, new BackupRecord { At = problem.At, Reason = BackupMaker.TextOf(BackupKind.Daily), Problem = problem.Text }, cancellationToken);

    /// <summary>Forgets failures that nobody asks for any more, and files that were deleted.</summary>
    public static Task ForgetAsync(BudgetDbContext database, IReadOnlyCollection<string> deleted, DateTime before, CancellationToken cancellationToken) =>
        database.BackupRecords.Where(backup => (backup.Problem != null && backup.At < before) || deleted.Contains(backup.File!)).ExecuteDeleteAsync(cancellationToken);

    private static async Task AddAsync(BudgetDbContext database, BackupRecord row, CancellationToken cancellationToken)
    {
        database.BackupRecords.Add(row);
        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }
}
