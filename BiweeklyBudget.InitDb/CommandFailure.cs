using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Backup;

namespace BiweeklyBudget.InitDb;

/// <summary>What a run ended with that could not do its work.</summary>
/// <param name="ExitCode">The code (README.md).</param>
/// <param name="Error">A word for programs.</param>
/// <param name="Message">One line for people.</param>
internal sealed record CommandFailure(int ExitCode, string Error, string Message)
{
    /// <summary>The end that an exception means.</summary>
    /// <returns>Null for what nobody expects.</returns>
    public static CommandFailure? Of(Exception exception) => exception switch
    {
        // The message begins with the name of the setting.
        ConnectionStringException => new CommandFailure(InitDb.ExitCode.Usage, "WrongSetting", exception.Message),
        UsageException => new CommandFailure(InitDb.ExitCode.Usage, "WrongUsage", "ERROR: " + exception.Message),
        DatabaseRefusedException => new CommandFailure(InitDb.ExitCode.Refused, "Refused", "ERROR: " + exception.Message),
        DatabaseUnavailableException => new CommandFailure(InitDb.ExitCode.Unavailable, "Unavailable", "ERROR: " + exception.Message),
        BackupException backup => new CommandFailure(CodeOf(backup.Fault), backup.Fault.ToString(), "ERROR: " + exception.Message),
        OperationCanceledException => new CommandFailure(InitDb.ExitCode.Interrupted, "Interrupted", "ERROR: interrupted; the next run goes on where this one ended."),
        _ => null,
    };

    private static int CodeOf(BackupFault fault) => fault switch
    {
        BackupFault.FileExists or BackupFault.Unusable => InitDb.ExitCode.File,
        BackupFault.NotStorable => InitDb.ExitCode.Refused,
        _ => InitDb.ExitCode.BadBackup,
    };
}
