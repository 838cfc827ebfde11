using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Initialization;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.InitDb;

/// <summary>The command line of <c>initdb</c>: settings in, the Core operation, one line and an exit code out.</summary>
internal static class InitDbCommand
{
    private const string Description = """
        Creates, adopts or migrates the BiweeklyBudget database that DB_CONNSTRING names.

        DB_CONNSTRING comes from --connection, else from the environment, else from appsettings.json in the
        current folder; without any it is a SQLite file in the user's data folder.

        A database that exists is backed up into the folder BACKUP_PATH before it is changed (default: a folder
        "backups" beside a SQLite file, for MySQL one in the user's data folder; "off": no backup).

        The commands back that database up, prove that a backup can be restored, restore one into it, and
        move data to another database.

        Exit codes: 0 done or nothing to do; 1 wrong usage or setting; 2 database refused, nothing changed;
        3 database unreachable or read-only, or the wait for other processes over; 4 with --status: not
        initialised or migrations pending; 5 backup damaged, none, of a newer version, or passphrase wrong; 6 file exists
        already, or cannot be read or written; 130 interrupted.
        """;

    /// <summary>Reads the arguments and runs.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = Create().Parse(args);
        if (arguments.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"ERROR: {arguments.Errors[0].Message} (initdb --help)");
            return ExitCode.Usage;
        }

        return await arguments.InvokeAsync();
    }

    private static Command Create()
    {
        var shared = new SharedOptions();
        var status = new Option<bool>("--status") { Description = "Say how the database stands, and change nothing." };
        var noBackup = new Option<bool>("--no-backup") { Description = "Change the database without a backup, if you have one of your own." };
        var root = new Command("initdb", Description) { shared.Connection, status, noBackup, shared.Verbose, shared.Debug, new HelpOption(), new VersionOption() };
        foreach (var command in BackupCommands.Create(shared))
        {
            root.Add(command);
        }

        root.SetAction((arguments, cancellationToken) => RunAsync(
            arguments,
            loggers => arguments.GetValue(noBackup) ? shared.CreateEngineWithoutBackups(arguments, loggers) : shared.CreateEngine(arguments, loggers),
            shared.CreateLoggers(arguments),
            arguments.GetValue(status),
            cancellationToken));
        return root;
    }

    private static async Task<int> RunAsync(ParseResult arguments, Func<ILoggerFactory, BudgetEngine> createEngine, LoggerFactory log, bool statusOnly, CancellationToken cancellationToken)
    {
        var console = arguments.InvocationConfiguration;
        try
        {
            using var loggers = log;
            var engine = createEngine(loggers);
            if (statusOnly)
            {
                return await ShowStatusAsync(engine, console, cancellationToken);
            }

            var result = await engine.InitializeAsync(cancellationToken);
            await console.Output.WriteLineAsync(result.Message);
            return ExitCode.Ready;
        }
        catch (Exception exception) when (CommandFailure.Of(exception) is { } failure)
        {
            await console.Error.WriteLineAsync(failure.Message);
            return failure.ExitCode;
        }
    }

    private static async Task<int> ShowStatusAsync(BudgetEngine engine, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        var status = await engine.StatusAsync(cancellationToken);
        await console.Output.WriteLineAsync($"Engine:   {engine.Database}");
        await console.Output.WriteLineAsync($"Database: {engine.Description}");
        await console.Output.WriteLineAsync($"State:    {status.State}");
        await console.Output.WriteLineAsync($"Pending:  {(status.PendingMigrations.Count == 0 ? "none" : string.Join(", ", status.PendingMigrations))}");
        await console.Output.WriteLineAsync($"Backups:  {(engine.MakesBackups ? engine.BackupFolder ?? "no folder; name one with BACKUP_PATH" : "off")}");
        await console.Output.WriteLineAsync($"Backup:   {(status.IsReady && (await engine.ReadBackupsAsync(cancellationToken)).Last is { } backup ? Text(backup) : "none")}");
        switch (status.State)
        {
            case DatabaseState.Ready:
                return ExitCode.Ready;
            case DatabaseState.Refused:
                await console.Error.WriteLineAsync("ERROR: " + status.Explanation);
                return ExitCode.Refused;
            case DatabaseState.Unreachable or DatabaseState.Unwritable:
                await console.Error.WriteLineAsync("ERROR: " + status.Explanation);
                return ExitCode.Unavailable;
            default:
                return ExitCode.Pending;
        }
    }

    private static string Text(MadeBackup backup) =>
        string.Create(CultureInfo.InvariantCulture, $"{backup.At:yyyy-MM-dd HH:mm:ss} UTC, {backup.Reason}, {backup.Bytes / 1_000_000m:0.0} MB, verified: {backup.File}");
}
