namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>A backup cannot be written, read or restored. No database was changed. The message is one line for the user.</summary>
/// <param name="fault">The kind of reason.</param>
/// <param name="message">The text for the user.</param>
/// <param name="innerException">What the operating system or the engine said, if anything.</param>
public sealed class BackupException(BackupFault fault, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>The kind of reason.</summary>
    public BackupFault Fault { get; } = fault;
}
