using System.CommandLine;

namespace BiweeklyBudget.InitDb;

/// <summary>What stands around a run of the command: the process, or what another program that runs it has in the process's place.</summary>
internal sealed record Surroundings
{
    /// <summary>Where the command writes to, and whether it listens to signals.</summary>
    public required InvocationConfiguration Invocation { get; init; }

    /// <summary>The value of an environment variable; null when it is unset.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The folder in which <c>appsettings.json</c> is looked for. Files that are named without their folder are those of the process's current folder, as everywhere.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether somebody can be asked something.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Whether somebody watches what is written to stderr.</summary>
    public bool IsWatched { get; init; }

    /// <summary>The process.</summary>
    public static Surroundings OfProcess() => new()
    {
        Invocation = new InvocationConfiguration(),
        Variable = Environment.GetEnvironmentVariable,
        Folder = Directory.GetCurrentDirectory(),
        CanAsk = !Console.IsInputRedirected,
        IsWatched = !Console.IsErrorRedirected,
    };
}
