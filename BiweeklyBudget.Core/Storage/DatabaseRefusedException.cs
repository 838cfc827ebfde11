namespace BiweeklyBudget.Core.Storage;

/// <summary>The database is not one that this program may work on; nothing in it was changed. The message says in one line why, and what to do.</summary>
/// <param name="message">The text for the user.</param>
/// <param name="innerException">What the engine said, if anything.</param>
public sealed class DatabaseRefusedException(string message, Exception? innerException = null) : Exception(message, innerException);
