namespace BiweeklyBudget.Core.Transfers;

/// <summary>The two transactions of a transfer.</summary>
/// <param name="FromTransactionId">The one on the side that the money comes from; its amount is positive.</param>
/// <param name="ToTransactionId">The one on the side that the money goes to; its amount is negative.</param>
public sealed record SavedTransfer(int FromTransactionId, int ToTransactionId);
