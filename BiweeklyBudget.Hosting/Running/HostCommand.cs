using System.CommandLine;
using System.CommandLine.Help;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>The program's command line, as <c>initdb</c> has one. A word that it does not know ends the program before anything is opened.</summary>
internal sealed class HostCommand
{
    private const string Description = """
        Serves the BiweeklyBudget web app, on a SQLite file in your data folder unless DB_CONNSTRING names another database.

        Everything that is not an option here is a setting: an environment variable, or a key of appsettings.json in
        the current folder. Options outrank the environment, and that the file. All of them are checked before the
        database is touched.

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

    private readonly Option<bool> _demo = new("--demo") { Description = "Serve a throw-away database with sample data around today." };
    private readonly Option<string?> _urls = new("--urls") { Description = "Where to serve, separated by semicolons (default http://127.0.0.1:8080).", HelpName = "addresses" };
    private readonly Option<string?> _dataFolder = new("--data-folder") { Description = "The folder for the SQLite file budget.db and its backups, when DB_CONNSTRING is not set.", HelpName = "folder", Recursive = true };
    private readonly Option<string?> _pathBase = new("--path-base") { Description = "The path that the pages are below, for example /money (default the root).", HelpName = "path" };
    private readonly Command _command;

    private HostCommand() => _command = new Command("biweeklybudget", Description) { _demo, _urls, _dataFolder, _pathBase, new HelpOption(), new VersionOption() };

    /// <summary>Reads the arguments and serves, or says what is wrong with them.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="serve">Serves until it is told to end, and gives the exit code.</param>
    /// <param name="syncWishlists">Does <c>wishlist2project</c>, with how many times <c>-v</c> was said, and gives the exit code.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Func<HostArguments, Task<int>> serve, Func<HostArguments, int, Task<int>> syncWishlists)
    {
        var command = new HostCommand();

        // Before anything is parsed: without an action of its own, a command that has others below it asks for one of them.
        command._command.SetAction((words, _) => serve(command.Read(words)));
        command._command.Subcommands.Add(WishlistCommand.Create((words, verbosity) => syncWishlists(command.Read(words), verbosity)));
        var line = command._command.Parse(args);
        if (line.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"ERROR: {command.Fault(line)} (--help)");
            return ExitCode.Usage;
        }

        // The signals are heard by ToldToEnd: a host may take longer to end than this package's two seconds.
        return await line.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
    }

    private HostArguments Read(ParseResult line) => new()
    {
        IsDemo = line.GetValue(_demo),
        Addresses = line.GetValue(_urls),
        DataFolder = line.GetValue(_dataFolder),
        PathBase = line.GetValue(_pathBase),
    };

    private string Fault(ParseResult line)
    {
        if (line.UnmatchedTokens is not [var word, ..])
        {
            return line.Errors[0].Message;
        }

        // What stands behind an equals sign, or looks like an address, may be a password.
        var name = word.Split('=')[0];
        if (KnownKeys.IsSetting(name.TrimStart('-')))
        {
            return $"{name.TrimStart('-')} is a setting, not an option: set it in the environment or in {SettingsFile.Name}.";
        }

        var nearest = NearestWord.To(name, [.. _command.Options.Concat(line.CommandResult.Command.Options).Select(option => option.Name).Distinct(), .. _command.Subcommands.Select(command => command.Name)]);
        return (name.Contains(':', StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal) ? "There is an argument that is no option." : $"{name} is not known.") + (nearest is null ? "" : $" Did you mean {nearest}?");
    }
}
