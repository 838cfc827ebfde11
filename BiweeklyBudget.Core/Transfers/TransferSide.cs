namespace BiweeklyBudget.Core.Transfers;

/// <summary>One side of a transfer: what moves, account or budget, and what the side's transaction stands on.</summary>
/// <param name="Id">Id of the account or budget that is the side.</param>
/// <param name="Name">Its name.</param>
/// <param name="AccountId">Account of the transaction.</param>
/// <param name="BudgetId">Budget of the transaction.</param>
internal sealed record TransferSide(int Id, string? Name, int AccountId, int BudgetId);
