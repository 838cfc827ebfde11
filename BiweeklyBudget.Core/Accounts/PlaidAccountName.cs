namespace BiweeklyBudget.Core.Accounts;

/// <summary>An account at Plaid, for one who chooses among them.</summary>
/// <param name="Key">Its ids.</param>
/// <param name="Institution">The institution; null when Plaid does not say.</param>
/// <param name="Name">Its name at the institution; null when Plaid does not say.</param>
/// <param name="Mask">The last digits of its number; null when Plaid does not say.</param>
public sealed record PlaidAccountName(PlaidAccountKey Key, string? Institution, string? Name, string? Mask);
