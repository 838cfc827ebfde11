using System.CommandLine;
using BiweeklyBudget.InitDb;

namespace BiweeklyBudget.Core.Tests.Storage;

/// <summary>
/// A run of <c>initdb</c> within the test's own process, which costs a fiftieth of starting the program. What is the process's business (signals, relative names of files, the terminal, several at once,
/// connections that nobody had before) is tested with <see cref="InitDbProcess"/>.
/// </summary>
internal static class InitDbRun
{
    /// <summary>Runs a command to its end.</summary>
    /// <param name="folder">Where it finds <c>appsettings.json</c>. Files in its arguments are named with their folder.</param>
    /// <param name="url">DB_CONNSTRING; unset when null.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Task<(int ExitCode, string Output, string Errors)> ToEndAsync(string folder, string? url, params string[] arguments) => ToEndAsync(folder, url, new Dictionary<string, string>(), arguments);

    /// <summary>Runs a command to its end.</summary>
    /// <param name="folder">Where it finds <c>appsettings.json</c>. Files in its arguments are named with their folder.</param>
    /// <param name="url">DB_CONNSTRING; unset when null.</param>
    /// <param name="environment">Further variables. Without BACKUP_PATH it makes no backups by itself.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<(int ExitCode, string Output, string Errors)> ToEndAsync(string folder, string? url, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var variables = new Dictionary<string, string>(environment);
        variables.TryAdd("BACKUP_PATH", "off");
        if (url is not null)
        {
            variables["DB_CONNSTRING"] = url;
        }

        // Logs are written by whichever thread has something to say.
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = await InitDbCommand.RunAsync(arguments, new Surroundings
        {
            Invocation = new InvocationConfiguration { Output = TextWriter.Synchronized(output), Error = TextWriter.Synchronized(errors), ProcessTerminationTimeout = null },
            Variable = name => variables.GetValueOrDefault(name),
            Folder = folder,
        });
        return (exitCode, output.ToString(), errors.ToString());
    }
}
