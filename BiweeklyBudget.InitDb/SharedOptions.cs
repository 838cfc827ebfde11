using System.CommandLine;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Settings;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.InitDb;

/// <summary>What all commands can be told: which database, and how much to say.</summary>
internal sealed class SharedOptions
{
    private const string OnCommandLines = "Other users of the machine may see a command line: for passwords, prefer the environment, or write $NAME for the environment variable that holds it all.";

    public Option<string?> Connection { get; } = new("--connection") { Description = "The database, in the form of DB_CONNSTRING. " + OnCommandLines, HelpName = "url", Recursive = true };

    public Option<bool> Verbose { get; } = new("--verbose", "-v") { Description = "Log steps to stderr.", Arity = ArgumentArity.Zero, Recursive = true };

    public Option<bool> Debug { get; } = new("-vv") { Description = "Log details to stderr.", Arity = ArgumentArity.Zero, Recursive = true };

    /// <summary>An option for another database.</summary>
    public static Option<string?> Database(string name, string description) => new(name) { Description = description + " " + OnCommandLines, HelpName = "url" };

    public LoggerFactory CreateLoggers(ParseResult arguments)
    {
        var level = arguments.GetValue(Debug) ? LogLevel.Debug : (arguments.GetResult(Verbose)?.IdentifierTokenCount ?? 0) switch { 0 => LogLevel.Warning, 1 => LogLevel.Information, _ => LogLevel.Debug };
        return new LoggerFactory([new ConsoleLoggerProvider(arguments.InvocationConfiguration.Error, level)]);
    }

    /// <summary>The engine of the database that the command is about.</summary>
    public BudgetEngine CreateEngine(ParseResult arguments, ILoggerFactory loggers) => CreateEngine(arguments.GetValue(Connection), loggers);

    /// <summary>The engine of a database that an option names; null for that of the settings.</summary>
    public static BudgetEngine CreateEngine(string? given, ILoggerFactory loggers) =>
        BudgetEngine.Create(new BudgetSettings { ConnectionString = given is null ? ConnectionSetting.Read(Directory.GetCurrentDirectory()) : Resolve(given) }, loggers);

    private static string Resolve(string given)
    {
        if (!given.StartsWith('$'))
        {
            return given;
        }

        var value = Environment.GetEnvironmentVariable(given[1..]);
        return string.IsNullOrWhiteSpace(value) ? throw new UsageException($"the environment variable {given[1..]} is not set.") : value;
    }
}
