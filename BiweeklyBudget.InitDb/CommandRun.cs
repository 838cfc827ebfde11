using System.CommandLine;
using System.Globalization;
using BiweeklyBudget.Core.Storage.Backup;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.InitDb;

/// <summary>One run of a command: its arguments, and its end as text or JSON.</summary>
internal sealed class CommandRun(ParseResult arguments, Surroundings surroundings, ILoggerFactory loggers, CancellationToken cancellationToken)
{
    public ParseResult Arguments => arguments;

    public ILoggerFactory Loggers => loggers;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Shows how far the work is: a bar on a terminal, a line every few seconds elsewhere, both on stderr.</summary>
    public Task<T> WithProgressAsync<T>(Func<IProgress<BackupProgress>, Task<T>> work) =>
        surroundings.IsWatched ? ProgressBars.RunAsync(work) : work(new ProgressLines(arguments.InvocationConfiguration.Error, TimeProvider.System));

    /// <summary>Runs and reports.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExecuteAsync(Func<CommandRun, Task<CommandOutcome>> work, bool asJson)
    {
        var console = arguments.InvocationConfiguration;
        try
        {
            var outcome = await work(this);
            if (outcome.Summary.LeftOut.Count > 0)
            {
                await console.Error.WriteLineAsync("warning: not taken along, because this program does not know them: " + string.Join(", ", outcome.Summary.LeftOut));
            }

            await console.Output.WriteLineAsync(asJson ? JsonOutput.Of(ToJson(outcome)) : outcome.Text);
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

    private static object ToJson(CommandOutcome outcome) => new
    {
        Ok = true,
        Message = outcome.Text,
        outcome.File,
        outcome.OldData,
        outcome.Summary.CreatedAt,
        outcome.Summary.Program,
        Source = outcome.Summary.Source.ToString(),
        outcome.Summary.Migrations,
        outcome.Summary.Bytes,
        outcome.Summary.IsEncrypted,
        outcome.Summary.Rows,

        // Sums are texts: readers of JSON take numbers as binary floating point.
        Tables = outcome.Summary.Tables.Select(table => new { table.Name, table.Rows, Sums = table.Sums.ToDictionary(sum => sum.Key, sum => sum.Value.ToString("0.0000", CultureInfo.InvariantCulture)), table.Digest }),
        outcome.Summary.LeftOut,
    };
}
