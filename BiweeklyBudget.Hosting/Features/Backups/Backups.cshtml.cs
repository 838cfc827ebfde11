using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.AutomaticBackups;
using BiweeklyBudget.Core.Storage.Backup;
using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Features.SignIn;
using BiweeklyBudget.Hosting.Security.SignIn;
using BiweeklyBudget.Hosting.Ui;
using Microsoft.AspNetCore.Mvc;

namespace BiweeklyBudget.Hosting.Features.Backups;

/// <summary>
/// Backups for owners: made, downloaded and restored. Whatever lets data out or replaces it asks for the password again and is in the audit log; a restore takes two steps, of which the first shows
/// what the backup holds and changes nothing.
/// </summary>
internal sealed class BackupsModel(BudgetBook book, CurrentBook current, PasswordCheck check, DayFormat days, IHostApplicationLifetime lifetime) : PersonalPage(book, current, check)
{
    private const int ShortestPassphrase = 12;
    private const string ConfirmingWord = "restore";
    private const string Busy = "Somebody is at a backup or a restore at this moment. Please wait until that is done.";

    private static readonly (string Table, string Word)[] Counted =
        [("accounts", "accounts"), ("budgets", "budgets"), ("transactions", "transactions"), ("scheduled_transactions", "scheduled transactions"), ("ofx_trans", "bank transactions"), ("bb_changes", "changes in the history")];

    /// <summary>The backups, the newest first.</summary>
    public IReadOnlyList<KeptBackup> Backups { get; private set; } = [];

    /// <summary>Whether there is a folder for them.</summary>
    public bool HasFolder => Engine.MakesBackups && Engine.BackupFolder is not null;

    /// <summary>What was chosen to be restored; null for nothing.</summary>
    public ChosenBackup? Chosen { get; private set; }

    private BudgetEngine Engine => Served.Engine;

    private RestoreDesk Desk => Served.Desk;

    /// <summary>What a backup holds, in words.</summary>
    public static string WordsOf(BackupSummary summary) => string.Join(
        ", ",
        Counted.Select(counted => (counted.Word, Table: summary.Tables.FirstOrDefault(table => table.Name == counted.Table))).Where(found => found.Table is not null)
            .Select(found => string.Create(CultureInfo.InvariantCulture, $"{found.Table!.Rows:N0} {found.Word}")));

    public Task<IActionResult> OnGetAsync() => ActAsync(_ => Task.CompletedTask);

    public Task<IActionResult> OnPostMakeAsync([FromForm] string? password) => ActAsync(async token =>
    {
        if (await ConfirmAsync(password))
        {
            await AloneAsync(async () =>
            {
                var made = await Engine.MakeBackupAsync(Book.Who, Book.Place, token);
                Done = $"The backup is made and verified ({BackupText.Size(made.Bytes)}).";
            });
        }
    });

    public Task<IActionResult> OnPostDownloadAsync([FromForm] string? backup, [FromForm] string? password) => AnswerAsync(async token =>
    {
        if (!await ConfirmAsync(password))
        {
            return null;
        }

        if (Engine.FindBackup(backup ?? "") is not { } path || !System.IO.File.Exists(path))
        {
            Error = "This backup is not there any more.";
            return null;
        }

        await Book.Audit.AddAsync(AuditKind.Backup, Path.GetFileName(path), "downloaded", token);
        return File(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous), "application/octet-stream", Path.GetFileName(path));
    });

    public Task<IActionResult> OnPostFreshAsync([FromForm] string? passphrase, [FromForm] string? again, [FromForm] string? password) => AnswerAsync(async token =>
    {
        var secret = string.IsNullOrEmpty(passphrase) ? null : passphrase;
        Error = secret is { Length: < ShortestPassphrase } ? $"A passphrase has at least {ShortestPassphrase} characters." : secret is not null && secret != again ? "The two passphrases differ." : null;
        IActionResult? answer = null;
        if (Error is null && await ConfirmAsync(password))
        {
            await AloneAsync(async () =>
            {
                var folder = PrivateFolder.Create();
                HttpContext.Response.RegisterForDispose(folder);
                await Engine.BackUpAsync(folder.File, new BackupOptions { Passphrase = secret }, progress: null, token);
                await Book.Audit.AddAsync(AuditKind.Backup, subject: null, secret is null ? "of this moment, downloaded" : "of this moment, downloaded, encrypted", token);
                var name = string.Create(CultureInfo.InvariantCulture, $"biweeklybudget-{Book.Now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}.bbbackup");
                answer = File(new FileStream(folder.File, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous), "application/octet-stream", name);
            });
        }

        return answer;
    });

    public Task<IActionResult> OnPostLookAsync([FromForm] string? backup, [FromForm] string? passphrase) => ActAsync(token => AloneAsync(async () =>
    {
        if (Engine.FindBackup(backup ?? "") is { } path)
        {
            await ChooseAsync($"The backup {Path.GetFileName(path)}", path, upload: null, string.IsNullOrEmpty(passphrase) ? null : passphrase, token);
        }
        else
        {
            Error = "This backup is not there any more.";
        }
    }));

    // No parameter: the framework would read the whole form into a file of its own.
    public Task<IActionResult> OnPostUploadAsync() => ActAsync(token => AloneAsync(async () =>
    {
        var folder = PrivateFolder.Create();
        try
        {
            var (hasFile, passphrase) = await UploadedBackup.TakeAsync(HttpContext, folder);
            if (!hasFile)
            {
                Error = "Please choose a file.";
                return;
            }

            await ChooseAsync("The file that you uploaded", folder.File, folder, passphrase, token);
        }
        finally
        {
            if (Chosen is null)
            {
                folder.Dispose();
            }
        }
    }));

    public Task<IActionResult> OnPostRestoreAsync([FromForm] string? chosen, [FromForm] string? typed, [FromForm] string? password) => ActAsync(async _ =>
    {
        Chosen = Desk.Find(Person.Id, chosen);
        if (Chosen is not { } backup)
        {
            Error = "The backup that you looked at is forgotten by now. Please choose it again.";
            return;
        }

        if (!HasFolder)
        {
            Error = "There is no folder for a backup of what is there now (BACKUP_PATH). Nothing was changed.";
            return;
        }

        if (!string.Equals(typed?.Trim(), ConfirmingWord, StringComparison.OrdinalIgnoreCase))
        {
            Error = $"Please type {ConfirmingWord}. Nothing was changed.";
            return;
        }

        if (await ConfirmAsync(password))
        {
            await AloneAsync(() => RestoreAsync(backup));
        }
    });

    protected override Task ShowAsync(CancellationToken cancellationToken)
    {
        try
        {
            Backups = Engine.ListBackups();
        }
        catch (BackupException exception)
        {
            Error ??= exception.Message;
        }

        return Task.CompletedTask;
    }

    // Whoever closes the page does not stop it: it is done or not, and the log says which.
    private async Task RestoreAsync(ChosenBackup backup)
    {
        var options = new RestoreOptions { Replace = true, Passphrase = backup.Passphrase, BackupFolder = Engine.BackupFolder, Who = Book.Who, Place = Book.Place };
        var result = await Engine.RestoreAsync(backup.Path, options, progress: null, lifetime.ApplicationStopping);
        Desk.Forget();
        Chosen = null;
        Done = $"Restored as of {days.Instant(result.Restored.CreatedAt.UtcDateTime)}: {WordsOf(result.Restored)}.{(result.OldData is { } old ? $" What was there before is in the list: {Path.GetFileName(old)}." : "")}";
    }

    private async Task ChooseAsync(string name, string path, PrivateFolder? upload, string? passphrase, CancellationToken cancellationToken)
    {
        var summary = await BudgetEngine.VerifyBackupAsync(path, passphrase, progress: null, cancellationToken);
        Chosen = new ChosenBackup(Person.Id, name, path, upload, passphrase, summary);
        Desk.Put(Chosen);
    }

    private async Task AloneAsync(Func<Task> work)
    {
        try
        {
            if (!await Desk.TryAsync(work))
            {
                Error = Busy;
            }
        }
        catch (BackupException exception)
        {
            Error = WordsOf(exception.Fault);
        }
        catch (DatabaseRefusedException exception)
        {
            Error = exception.Message;
        }
    }

    private static string WordsOf(BackupFault fault) => fault switch
    {
        BackupFault.NotABackup => "This file is no backup of this program. Nothing was changed.",
        BackupFault.Damaged => "The file is cut off or was changed, and cannot be restored. Nothing was changed.",
        BackupFault.Newer => "The backup was made by a newer version of the program; use that one. Nothing was changed.",
        BackupFault.WrongPassphrase => "The backup is encrypted, and the passphrase is missing or another one. Nothing was changed.",
        BackupFault.NotStorable => "This database cannot hold what the backup has. Nothing was changed.",
        _ => "The folder for backups, or that for temporary files, cannot be read or written, or the disk is full. Nothing was changed.",
    };
}
