using System.CommandLine;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.InitDb;

/// <summary>What all commands can be told: which database, and how much to say.</summary>
internal sealed class SharedOptions(Surroundings surroundings)
{
    private const string OnCommandLines = "Other users of the machine may see a command line: for passwords, prefer the environment, or write $NAME for the environment variable that holds it all.";

    public Surroundings Surroundings => surroundings;

    public Option<string?> Connection { get; } = new("--connection") { Description = "The database, in the form of DB_CONNSTRING. " + OnCommandLines, HelpName = "url", Recursive = true };

    public Option<bool> Verbose { get; } = new("--verbose", "-v") { Description = "Log the steps to stderr.", Arity = ArgumentArity.Zero, Recursive = true };

    public Option<bool> Debug { get; } = new("-vv") { Description = "Log also how the database is reached, or why not: TCP, TLS, authentication, lock, each with its time.", Arity = ArgumentArity.Zero, Recursive = true };

    /// <summary>An option for another database.</summary>
    public static Option<string?> Database(string name, string description) => new(name) { Description = description + " " + OnCommandLines, HelpName = "url" };

    public LoggerFactory CreateLoggers(ParseResult arguments)
    {
        var level = arguments.GetValue(Debug) ? LogLevel.Debug : (arguments.GetResult(Verbose)?.IdentifierTokenCount ?? 0) switch { 0 => LogLevel.Warning, 1 => LogLevel.Information, _ => LogLevel.Debug };
        return new LoggerFactory([new ConsoleLoggerProvider(arguments.InvocationConfiguration.Error, level)]);
    }

    /// <summary>The engine of the database that the command is about.</summary>
    public BudgetEngine CreateEngine(ParseResult arguments, ILoggerFactory loggers) => CreateEngine(Connection, arguments, loggers);

    /// <summary>The engine of the database that one of two options names; without either, that of the settings.</summary>
    public BudgetEngine CreateEngine(Option<string?> first, ParseResult arguments, ILoggerFactory loggers)
    {
        var option = arguments.GetValue(first) is null ? Connection : first;
        return CreateEngine(option.Name, arguments.GetValue(option), ConnectionSetting.ReadBackupPath(surroundings), loggers);
    }

    /// <summary>The engine of the database that the command is about, which is changed without a backup.</summary>
    public BudgetEngine CreateEngineWithoutBackups(ParseResult arguments, ILoggerFactory loggers) => CreateEngine(Connection.Name, arguments.GetValue(Connection), BudgetSettings.NoBackups, loggers);

    private BudgetEngine CreateEngine(string option, string? given, string? backupPath, ILoggerFactory loggers)
    {
        var settings = new BudgetSettings { ConnectionString = given is null ? ConnectionSetting.Read(surroundings) : Resolve(given), BackupPath = backupPath };
        try
        {
            settings.Check();
        }
        catch (ConnectionStringException exception) when (given is not null)
        {
            throw new UsageException(given.StartsWith('$') ? $"the environment variable {given[1..]}, which {option} names, {exception.Reason}" : $"{option} {exception.Reason}");
        }

        var engine = BudgetEngine.Create(settings, loggers);
        loggers.CreateLogger<BudgetEngine>().LogInformation("The database is {Database}.", engine.Description);
        return engine;
    }

    private string Resolve(string given)
    {
        if (!given.StartsWith('$'))
        {
            return given;
        }

        var value = surroundings.Variable(given[1..]);
        return string.IsNullOrWhiteSpace(value) ? throw new UsageException($"the environment variable {given[1..]} is not set.") : value;
    }
}
