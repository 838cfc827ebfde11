namespace BiweeklyBudget.Core.Accounts;

/// <summary>An account at Plaid, by Plaid's own ids.</summary>
/// <param name="ItemId">The log-in at the institution.</param>
/// <param name="AccountId">The account within it.</param>
public sealed record PlaidAccountKey(string ItemId, string AccountId)
{
    /// <summary>The account of stored ids; one without the other names none.</summary>
    internal static PlaidAccountKey? Of(string? itemId, string? accountId) => itemId is null || accountId is null ? null : new(itemId, accountId);
}
