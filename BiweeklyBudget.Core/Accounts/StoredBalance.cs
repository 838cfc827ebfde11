namespace BiweeklyBudget.Core.Accounts;

/// <summary>What an account held.</summary>
/// <param name="Id">The balance.</param>
/// <param name="AsOf">When, UTC; null when nobody said.</param>
/// <param name="Amount">How much, or null.</param>
/// <param name="FileName">The statement that brought it; null when it was entered by hand.</param>
public sealed record StoredBalance(int Id, DateTime? AsOf, decimal? Amount, string? FileName);
