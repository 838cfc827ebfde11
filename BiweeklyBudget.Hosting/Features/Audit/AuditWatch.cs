using BiweeklyBudget.Core.Audit;
using BiweeklyBudget.Hosting.Composition;

namespace BiweeklyBudget.Hosting.Features.Audit;

/// <summary>
/// Looks the audit log through soon after the start and daily, where people sign in, and writes to the program's log that it is whole, with its mark. Whoever can change the database cannot change that
/// line where the log is kept elsewhere.
/// </summary>
internal sealed partial class AuditWatch(ServedBook served, ILogger<AuditWatch> logger) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!served.AsksForSignIn)
        {
            return;
        }

        await served.Start.WaitAsync(stoppingToken);
        await Task.Delay(AfterStart, served.Engine.Time, stoppingToken);
        while (true)
        {
            await LookAsync(stoppingToken);
            await Task.Delay(Pause, served.Engine.Time, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var book = served.Engine.OpenBook();
            var check = await book.Audit.VerifyAsync(mark: null, cancellationToken);
            served.Audit = new CheckedAudit(check, book.Now.UtcDateTime);
            Say(check);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing that happens here may end the program.
            LogFailure(exception);
        }
    }

    private void Say(AuditCheck check)
    {
        if (check.Problem is { } problem)
        {
            LogBroken(problem, check.Mark);
        }
        else
        {
            LogWhole(check.Entries, check.Mark);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The audit log is whole: {Entries} entries, mark {Mark}.")]
    private partial void LogWhole(long entries, string mark);

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit log was changed past the program: {Problem} Up to there the mark is {Mark}.")]
    private partial void LogBroken(string problem, string mark);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The audit log could not be looked through.")]
    private partial void LogFailure(Exception exception);
}
