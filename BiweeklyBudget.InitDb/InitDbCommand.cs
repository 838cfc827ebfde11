using System.CommandLine;
using System.CommandLine.Help;
using BiweeklyBudget.Core;
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
        move data to another database. Those below "user" say who may sign in,
        "audit verify" whether the audit log is whole.

        Exit codes of biweeklybudget and initdb:
          0    ended as told; done, or nothing was to do
          1    wrong usage or a wrong setting; nothing was opened
          2    the database is refused; nothing was changed
          3    the database cannot be reached or written, the address cannot be served at, or the wait for other
               processes was over
          4    initdb --status: not initialised, or migrations are pending
          5    initdb: the backup is damaged, is none, is of a newer version, or has another passphrase
          6    initdb: the file exists already, or cannot be read or written
          7    initdb audit verify: the audit log is not whole
          130  initdb: interrupted by Ctrl+C or SIGTERM
        """;

    /// <summary>Reads the arguments and runs.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="surroundings">What they were given in.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Surroundings surroundings)
    {
        var arguments = Create(surroundings).Parse(args);
        if (arguments.Errors.Count > 0)
        {
            // A word that is none of ours may be a connection string.
            var message = arguments.UnmatchedTokens.Any(word => word.Contains('@', StringComparison.Ordinal)) ? "There is an argument that belongs to no option; a database is named by --connection." : arguments.Errors[0].Message;
            await surroundings.Invocation.Error.WriteLineAsync($"ERROR: {message} (initdb --help)");
            return ExitCode.Usage;
        }

        return await arguments.InvokeAsync(surroundings.Invocation);
    }

    private static Command Create(Surroundings surroundings)
    {
        var shared = new SharedOptions(surroundings);
        var status = new Option<bool>("--status") { Description = "Say how the database stands, and change nothing." };
        var json = new Option<bool>("--json") { Description = "Write the outcome, or with --status the state, to stdout as JSON." };
        var noBackup = new Option<bool>("--no-backup") { Description = "Change the database without a backup, if you have one of your own." };
        var root = new Command("initdb", Description) { shared.Connection, status, json, noBackup, shared.Verbose, shared.Debug, new HelpOption(), new VersionOption() };
        foreach (var command in BackupCommands.Create(shared))
        {
            root.Add(command);
        }

        root.Add(UserCommands.Create(shared));
        root.Add(AuditCommands.Create(shared));
        root.SetAction((arguments, cancellationToken) => RunAsync(
            arguments,
            loggers => arguments.GetValue(noBackup) ? shared.CreateEngineWithoutBackups(arguments, loggers) : shared.CreateEngine(arguments, loggers),
            shared.CreateLoggers(arguments),
            arguments.GetValue(status),
            arguments.GetValue(json),
            cancellationToken));
        return root;
    }

    private static async Task<int> RunAsync(ParseResult arguments, Func<ILoggerFactory, BudgetEngine> createEngine, LoggerFactory log, bool statusOnly, bool asJson, CancellationToken cancellationToken)
    {
        var console = arguments.InvocationConfiguration;
        try
        {
            using var loggers = log;
            var engine = createEngine(loggers);
            if (statusOnly)
            {
                return await StatusReport.WriteAsync(engine, console, asJson, cancellationToken);
            }

            var result = await engine.InitializeAsync(cancellationToken);
            await console.Output.WriteLineAsync(asJson ? JsonOutput.Of(new { Ok = true, Outcome = result.Outcome.ToString(), result.Message, Backup = result.Backup?.File }) : result.Message);
            return ExitCode.Ready;
        }
        catch (Exception exception) when (CommandFailure.Of(exception) is { } failure)
        {
            await console.Error.WriteLineAsync(failure.Message);
            if (asJson)
            {
                await console.Output.WriteLineAsync(JsonOutput.Of(failure));
            }

            return failure.ExitCode;
        }
    }
}
