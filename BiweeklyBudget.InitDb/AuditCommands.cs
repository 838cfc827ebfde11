using System.CommandLine;
using System.Globalization;
using BiweeklyBudget.Core.Audit;
using BiweeklyBudget.Core.Storage.Initialization;

namespace BiweeklyBudget.InitDb;

/// <summary>The command below <c>audit</c>: whether the audit log is whole, for whoever runs the program and can reach the database.</summary>
internal sealed class AuditCommands
{
    private readonly SharedOptions _shared;
    private readonly Option<string?> _mark = new("--mark") { Description = "Number and hash of an entry, as an earlier check said them: also that the log up to there is still the same.", HelpName = "number:hash" };
    private readonly Option<bool> _json = new("--json") { Description = "Write the outcome to stdout as JSON." };

    private AuditCommands(SharedOptions shared) => _shared = shared;

    public static Command Create(SharedOptions shared) => new("audit", "Says whether the audit log is whole.") { new AuditCommands(shared).CreateVerify() };

    private Command CreateVerify()
    {
        var command = new Command("verify", "Checks every entry of the audit log, and every change that it speaks of. It changes nothing.") { _mark, _json };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var console = arguments.InvocationConfiguration;
        try
        {
            using var loggers = _shared.CreateLoggers(arguments);
            var engine = _shared.CreateEngine(arguments, loggers);
            var status = await engine.StatusAsync(cancellationToken);
            if (status.State != DatabaseState.Ready)
            {
                await console.Error.WriteLineAsync("ERROR: " + status.Explanation);
                return StatusReport.CodeOf(status);
            }

            await using var book = engine.OpenBook();
            var check = await VerifyAsync(book.Audit, arguments.GetValue(_mark), cancellationToken);
            await console.Output.WriteLineAsync(arguments.GetValue(_json) ? JsonOutput.Of(new { Ok = check.IsWhole, check.Entries, check.Changes, check.Mark, check.Problem }) : TextOf(check));
            return check.IsWhole ? ExitCode.Ready : ExitCode.BrokenLog;
        }
        catch (Exception exception) when (CommandFailure.Of(exception) is { } failure)
        {
            await console.Error.WriteLineAsync(failure.Message);
            return failure.ExitCode;
        }
    }

    private static async Task<AuditCheck> VerifyAsync(AuditSection audit, string? mark, CancellationToken cancellationToken)
    {
        try
        {
            return await audit.VerifyAsync(mark, cancellationToken);
        }
        catch (ArgumentException) when (mark is not null)
        {
            throw new UsageException("--mark is the number of an entry, a colon and its hash.");
        }
    }

    private static string TextOf(AuditCheck check) => check.Problem is { } problem
        ? string.Create(CultureInfo.InvariantCulture, $"The audit log is not whole: {problem} Entries that are in their places: {check.Entries:N0}, mark {check.Mark}")
        : string.Create(CultureInfo.InvariantCulture, $"The audit log is whole: {check.Entries:N0} entries, {check.Changes:N0} changes as they were recorded. Mark: {check.Mark}");
}
