namespace BiweeklyBudget.Core.Transactions;

/// <summary>What a transaction's notes are to be. Nothing else of it changes.</summary>
/// <param name="Id">The transaction, reconciled or not.</param>
/// <param name="Notes">The notes, at most 254 characters; null and empty say the same.</param>
public sealed record TransactionNotes(int Id, string? Notes);
