namespace BiweeklyBudget.Core.Storage;

/// <summary>The database cannot be reached or written, or a bounded wait for it is over. The message is one line for the user.</summary>
/// <param name="message">The text for the user.</param>
/// <param name="innerException">What the engine or the operating system said, if anything.</param>
public sealed class DatabaseUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>What is wrong.</summary>
    public DatabaseFault Fault { get; init; } = DatabaseFault.Unreachable;
}
