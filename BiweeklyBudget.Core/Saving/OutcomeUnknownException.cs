namespace BiweeklyBudget.Core.Saving;

/// <summary>
/// The connection broke while a save was being committed, and whether it is stored could not be found out. With a key (<see cref="BudgetBook.UseKeyAsync"/>) the same
/// may be asked for again: it is not saved twice. Without one, the caller has to look. The message is one line for the user.
/// </summary>
/// <param name="message">The text for the user.</param>
/// <param name="innerException">What broke.</param>
public sealed class OutcomeUnknownException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    internal const string WithoutKey = "It is not known whether this was saved: the connection to the database broke at that moment. Look whether it is there, for example in the list of transactions, before you enter it again.";

    internal const string WithKey = "It is not known yet whether this was saved: the connection to the database broke at that moment. Sending the same again with the same key is safe; before you enter it anew, look whether it is there.";
}
