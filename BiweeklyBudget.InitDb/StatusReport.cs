using System.CommandLine;
using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Initialization;

namespace BiweeklyBudget.InitDb;

/// <summary>What <c>--status</c> says, to people or to programs.</summary>
internal static class StatusReport
{
    /// <summary>Asks and writes.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> WriteAsync(BudgetEngine engine, InvocationConfiguration console, bool asJson, CancellationToken cancellationToken)
    {
        var status = await engine.StatusWithBackupAsync(cancellationToken);
        await console.Output.WriteLineAsync(asJson ? JsonOutput.Of(ToJson(engine, status)) : Text(engine, status));
        if (IsFault(status))
        {
            await console.Error.WriteLineAsync("ERROR: " + status.Explanation);
        }

        return CodeOf(status);
    }

    /// <summary>The exit code that a state means.</summary>
    public static int CodeOf(DatabaseStatus status) => status.State switch
    {
        DatabaseState.Ready => ExitCode.Ready,
        DatabaseState.Refused => ExitCode.Refused,
        DatabaseState.Unreachable or DatabaseState.Unwritable => ExitCode.Unavailable,
        _ => ExitCode.Pending,
    };

    private static bool IsFault(DatabaseStatus status) => CodeOf(status) is ExitCode.Refused or ExitCode.Unavailable;

    private static string Text(BudgetEngine engine, DatabaseStatus status) => $"""
        Engine:   {engine.Database}
        Database: {engine.Description}
        State:    {status.State}
        Pending:  {(status.PendingMigrations.Count == 0 ? "none" : string.Join(", ", status.PendingMigrations))}
        Backups:  {(engine.MakesBackups ? engine.BackupFolder ?? "no folder; name one with BACKUP_PATH" : "off")}
        Backup:   {(status.LastBackup is { } backup ? Text(backup) : "none")}
        """;

    private static string Text(MadeBackup backup) =>
        string.Create(CultureInfo.InvariantCulture, $"{backup.At:yyyy-MM-dd HH:mm:ss} UTC, {backup.Reason}, {backup.Bytes / 1_000_000m:0.0} MB, verified: {backup.File}");

    private static object ToJson(BudgetEngine engine, DatabaseStatus status) => new
    {
        Ok = !IsFault(status),
        ExitCode = CodeOf(status),
        Engine = engine.Database.ToString(),
        Database = engine.Description,
        State = status.State.ToString(),
        Message = status.Explanation,
        Pending = status.PendingMigrations,
        Backups = new
        {
            IsOn = engine.MakesBackups,
            Folder = engine.BackupFolder,
            Last = status.LastBackup is { } backup ? new { At = DateTime.SpecifyKind(backup.At, DateTimeKind.Utc), backup.Reason, backup.File, backup.Bytes } : null,
        },
    };
}
