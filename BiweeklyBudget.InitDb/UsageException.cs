namespace BiweeklyBudget.InitDb;

/// <summary>The command line asks for what cannot be.</summary>
/// <param name="message">One line for the user.</param>
internal sealed class UsageException(string message) : Exception(message);
