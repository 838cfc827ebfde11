using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Statements;

/// <summary>A movement of a file, and the row of the account that is the same one.</summary>
/// <param name="File">The movement.</param>
/// <param name="Row">The row, which the context does not know; null when the account does not have it.</param>
internal sealed record MatchedMovement(FileMovement File, BankTransaction? Row);
