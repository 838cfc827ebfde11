namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>A statement that an interest charge can be entered for.</summary>
/// <param name="FileName">Its file name, which names it within the account.</param>
/// <param name="AsOf">UTC time of the statement.</param>
/// <param name="LedgerBalance">The balance on it, negative when owed; null when it states none.</param>
public sealed record StatementChoice(string FileName, DateTime AsOf, decimal? LedgerBalance);
