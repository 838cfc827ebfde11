using System.CommandLine;
using System.CommandLine.Help;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Settings;
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

        Exit codes: 0 done or nothing to do; 1 wrong usage or setting; 2 database refused, nothing changed;
        3 database unreachable or read-only, or the wait for other processes over; 4 with --status: not initialised or
        migrations pending.
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
        var connection = new Option<string?>("--connection") { Description = "The database, in the form of DB_CONNSTRING. Other users of the machine may see a command line: prefer the environment for passwords.", HelpName = "url" };
        var status = new Option<bool>("--status") { Description = "Say how the database stands, and change nothing." };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Log steps to stderr.", Arity = ArgumentArity.Zero };
        var debug = new Option<bool>("-vv") { Description = "Log details to stderr.", Arity = ArgumentArity.Zero };
        var root = new Command("initdb", Description) { connection, status, verbose, debug, new HelpOption(), new VersionOption() };
        root.SetAction((arguments, cancellationToken) =>
        {
            var level = arguments.GetValue(debug) ? LogLevel.Debug : (arguments.GetResult(verbose)?.IdentifierTokenCount ?? 0) switch { 0 => LogLevel.Warning, 1 => LogLevel.Information, _ => LogLevel.Debug };
            return RunAsync(arguments.GetValue(connection), arguments.GetValue(status), level, arguments.InvocationConfiguration, cancellationToken);
        });
        return root;
    }

    private static async Task<int> RunAsync(string? given, bool statusOnly, LogLevel level, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        try
        {
            using var loggers = new LoggerFactory([new ConsoleLoggerProvider(console.Error, level)]);
            var engine = BudgetEngine.Create(new BudgetSettings { ConnectionString = given ?? ConnectionSetting.Read(Directory.GetCurrentDirectory()) }, loggers);
            if (statusOnly)
            {
                return await ShowStatusAsync(engine, console, cancellationToken);
            }

            var result = await engine.InitializeAsync(cancellationToken);
            await console.Output.WriteLineAsync(result.Message);
            return ExitCode.Ready;
        }
        catch (ConnectionStringException exception)
        {
            await console.Error.WriteLineAsync(exception.Message);
            return ExitCode.Usage;
        }
        catch (DatabaseRefusedException exception)
        {
            await console.Error.WriteLineAsync("ERROR: " + exception.Message);
            return ExitCode.Refused;
        }
        catch (DatabaseUnavailableException exception)
        {
            await console.Error.WriteLineAsync("ERROR: " + exception.Message);
            return ExitCode.Unavailable;
        }
        catch (OperationCanceledException)
        {
            await console.Error.WriteLineAsync("ERROR: interrupted; the next run goes on where this one ended.");
            return ExitCode.Interrupted;
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
            case DatabaseState.Unreachable or DatabaseState.Unwritable:
                await console.Error.WriteLineAsync("ERROR: " + status.Explanation);
                return ExitCode.Unavailable;
            default:
                return ExitCode.Pending;
        }
    }
}
