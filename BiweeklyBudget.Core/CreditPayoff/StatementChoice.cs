namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>A statement that an interest charge can be entered for.</summary>
/// <param name="FileName">Its key within the account.</param>
/// <param name="AsOf">UTC time of the statement.</param>
/// <param name="LedgerBalance">The balance on it.</param>
public sealed record StatementChoice(string FileName, DateTime AsOf, decimal? LedgerBalance);
