using System.CommandLine;
using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Backup;
using BiweeklyBudget.Core.Storage.Initialization;

namespace BiweeklyBudget.InitDb;

/// <summary>The commands <c>backup</c>, <c>verify</c>, <c>restore</c> and <c>move</c>.</summary>
internal sealed class BackupCommands
{
    private readonly SharedOptions _shared;
    private readonly Argument<string> _file = new("FILE") { Description = "The backup." };
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace FILE if it exists." };
    private readonly Option<bool> _replace = new("--replace") { Description = "Replace the data of a database that holds some. It is backed up first; the path is said at the end." };
    private readonly Option<string?> _folder = new("--backup-folder") { Description = "With --replace: the folder for the backup of the old data (restore: default beside FILE; move: default the current folder).", HelpName = "folder" };
    private readonly Option<string?> _from = SharedOptions.Database("--from", "The database to move, which is not changed; default that of DB_CONNSTRING.");
    private readonly Option<string?> _to = SharedOptions.Database("--to", "The database to move to: absent, empty, or with --replace.");
    private readonly Option<bool> _json = new("--json") { Description = "Write the outcome to stdout as JSON." };
    private readonly PassphraseOptions _passphrase;

    private BackupCommands(SharedOptions shared)
    {
        _shared = shared;
        _passphrase = new PassphraseOptions(shared.Surroundings);
    }

    public static IEnumerable<Command> Create(SharedOptions shared)
    {
        var commands = new BackupCommands(shared);
        return [commands.CreateBackup(), commands.CreateVerify(), commands.CreateRestore(), commands.CreateMove()];
    }

    private Command CreateBackup() => Create(
        new Command("backup", "Writes all data to FILE, as of one moment, while hosts go on. Without a passphrase the file is readable by its owner only.") { _file, _overwrite },
        async run =>
        {
            var engine = _shared.CreateEngine(run.Arguments, run.Loggers);
            var file = run.Arguments.GetRequiredValue(_file);
            var options = new BackupOptions { Overwrite = run.Arguments.GetValue(_overwrite), Passphrase = _passphrase.Read(run.Arguments, isNew: true) };
            var summary = await run.WithProgressAsync(progress => engine.BackUpAsync(file, options, progress, run.CancellationToken));
            await RecordAsync(run, engine, file);
            return new CommandOutcome(summary, $"Backed up {Count(summary.Rows)} rows of {engine.Description} to {Path.GetFullPath(file)} ({Size(summary.Bytes)}).") { File = Path.GetFullPath(file) };
        });

    private Command CreateVerify() => Create(
        new Command("verify", "Proves that FILE can be restored: restores it into a throw-away SQLite database in the folder for temporary files (TMPDIR) and compares every value.") { _file },
        async run =>
        {
            var file = run.Arguments.GetRequiredValue(_file);
            var summary = await _passphrase.RetryAsync(run.Arguments, passphrase => run.WithProgressAsync(progress => BudgetEngine.VerifyBackupAsync(file, passphrase, progress, run.CancellationToken)));
            var text = string.Create(CultureInfo.InvariantCulture, $"The backup {Path.GetFullPath(file)} is sound: {Count(summary.Rows)} rows in {summary.Tables.Count} tables were restored into a throw-away SQLite database and compared, value by value. It was made on {summary.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC from {(summary.Source == DatabaseEngine.Sqlite ? "SQLite" : "MySQL or MariaDB")} by version {summary.Program}.");
            return new CommandOutcome(summary, text) { File = Path.GetFullPath(file) };
        });

    private Command CreateRestore() => Create(
        new Command("restore", "Restores FILE into the database of DB_CONNSTRING, which is created or migrated when it has to be. All of it is stored or, if the run fails or is killed, nothing.") { _file, _replace, _folder },
        async run =>
        {
            var engine = _shared.CreateEngine(run.Arguments, run.Loggers);
            var file = run.Arguments.GetRequiredValue(_file);
            var result = await _passphrase.RetryAsync(run.Arguments, passphrase => run.WithProgressAsync(progress => engine.RestoreAsync(file, new RestoreOptions { Replace = run.Arguments.GetValue(_replace), Passphrase = passphrase, BackupFolder = run.Arguments.GetValue(_folder), Place = "initdb" }, progress, run.CancellationToken)));
            return new CommandOutcome(result.Restored, $"Restored {Count(result.Restored.Rows)} rows into {engine.Description}.{OldData(result)}") { File = Path.GetFullPath(file), OldData = result.OldData };
        });

    private Command CreateMove() => Create(
        new Command("move", "Copies all data to another database, on the same engine or the other, and compares every value. Stop hosts first: what they save during the move stays where it is.") { _from, _to, _replace, _folder },
        async run =>
        {
            if (run.Arguments.GetValue(_to) is null)
            {
                throw new UsageException("--to must name the database to move to.");
            }

            var source = _shared.CreateEngine(_from, run.Arguments, run.Loggers);
            var target = _shared.CreateEngine(_to, run.Arguments, run.Loggers);
            var options = new MoveOptions { Replace = run.Arguments.GetValue(_replace), Passphrase = _passphrase.Read(run.Arguments, isNew: true), BackupFolder = run.Arguments.GetValue(_folder), Place = "initdb" };
            var result = await run.WithProgressAsync(progress => source.MoveToAsync(target, options, progress, run.CancellationToken));
            return new CommandOutcome(result.Restored, $"Moved {Count(result.Restored.Rows)} rows from {source.Description} to {target.Description} and compared them, value by value.{OldData(result)}") { OldData = result.OldData };
        });

    private Command Create(Command command, Func<CommandRun, Task<CommandOutcome>> work)
    {
        _passphrase.AddTo(command);
        command.Add(_json);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            using var loggers = _shared.CreateLoggers(arguments);
            return await new CommandRun(arguments, _shared.Surroundings, loggers, cancellationToken).ExecuteAsync(work, arguments.GetValue(_json));
        });
        return command;
    }

    // The file is there, so what goes wrong here does not take it back: whoever rescues data from a disk that is full or may not be written needs it.
    private static async Task RecordAsync(CommandRun run, BudgetEngine engine, string file)
    {
        try
        {
            await using var book = engine.OpenBook();
            book.Place = "initdb";
            if ((await engine.StatusAsync(run.CancellationToken)).State == DatabaseState.Ready && (await book.Users.ListAsync(run.CancellationToken)).Count > 0)
            {
                await book.Audit.AddAsync(AuditKind.Backup, Path.GetFileName(file), "made", run.CancellationToken);
            }
        }
        catch (Exception exception) when (BudgetEngine.FaultOf(exception) is not null)
        {
            await run.Arguments.InvocationConfiguration.Error.WriteLineAsync("warning: the audit log does not have this backup: the database cannot be written.");
        }
    }

    private static string OldData(RestoreResult result) => result.OldData is null ? "" : $" The old data is in {result.OldData}.";

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000m:0.0} MB");
}
