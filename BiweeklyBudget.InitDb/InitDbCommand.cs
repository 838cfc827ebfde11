using System.CommandLine;
using System.CommandLine.Help;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage.Initialization;

namespace BiweeklyBudget.InitDb;

/// <summary>The command line of <c>initdb</c>: settings in, the Core operation, one line and an exit code out.</summary>
internal static class InitDbCommand
{
    private const string Description = """
        Creates, adopts or migrates the BiweeklyBudget database that DB_CONNSTRING names.

        DB_CONNSTRING comes from --connection, else from the environment, else from appsettings.json in the
        current folder; without any it is a SQLite file in the user's data folder.

        The commands back that database up, prove that a backup can be restored, restore one into it, and
        move data to another database.

        Exit codes: 0 done or nothing to do; 1 wrong usage or setting; 2 database refused, nothing changed;
        3 database unreachable, or the wait for other processes over; 4 with --status: not initialised or
        migrations pending; 5 backup damaged, none, of a newer version, or passphrase wrong; 6 file exists
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
        var root = new Command("initdb", Description) { shared.Connection, status, shared.Verbose, shared.Debug, new HelpOption(), new VersionOption() };
        foreach (var command in BackupCommands.Create(shared))
        {
            root.Add(command);
        }

        root.SetAction((arguments, cancellationToken) => RunAsync(shared, arguments, arguments.GetValue(status), cancellationToken));
        return root;
    }

    private static async Task<int> RunAsync(SharedOptions shared, ParseResult arguments, bool statusOnly, CancellationToken cancellationToken)
    {
        var console = arguments.InvocationConfiguration;
        try
        {
            using var loggers = shared.CreateLoggers(arguments);
            var engine = shared.CreateEngine(arguments, loggers);
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
        switch (status.State)
        {
            case DatabaseState.Ready:
                return ExitCode.Ready;
            case DatabaseState.Refused:
                await console.Error.WriteLineAsync("ERROR: " + status.Explanation);
                return ExitCode.Refused;
            case DatabaseState.Unreachable:
                await console.Error.WriteLineAsync("ERROR: " + status.Explanation);
                return ExitCode.Unavailable;
            default:
                return ExitCode.Pending;
        }
    }
}
