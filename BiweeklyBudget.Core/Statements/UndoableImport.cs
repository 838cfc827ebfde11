namespace BiweeklyBudget.Core.Statements;

/// <summary>An import that has a record by which it can be undone.</summary>
/// <param name="StatementId">The statement that it made.</param>
/// <param name="AccountId">The account.</param>
/// <param name="AccountName">Its name.</param>
/// <param name="FileName">The file.</param>
/// <param name="AsOf">When the bank made it, UTC.</param>
public sealed record UndoableImport(int StatementId, int AccountId, string? AccountName, string? FileName, DateTime? AsOf);
