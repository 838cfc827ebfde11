namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// The setting DB_CONNSTRING cannot be used. The message is one line for the user; it names the setting and repeats nothing of its value,
/// because a misplaced character can turn a password into any other part.
/// </summary>
public sealed class ConnectionStringException : FormatException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="reason">What is wrong, as the end of a sentence about the setting, without any part of the value.</param>
    public ConnectionStringException(string reason)
        : base($"ERROR: setting or environment variable \"DB_CONNSTRING\" {reason}") => Reason = reason;

    /// <summary>What is wrong, as the end of a sentence about the setting; for texts that do not speak of environment variables.</summary>
    public string Reason { get; }
}
