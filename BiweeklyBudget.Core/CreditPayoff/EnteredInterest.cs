namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>An interest charge that was entered by hand.</summary>
/// <param name="FitId">Its id among the account's bank transactions.</param>
/// <param name="Posted">When it counts, UTC.</param>
/// <param name="Amount">How much.</param>
public sealed record EnteredInterest(string FitId, DateTime? Posted, decimal? Amount);
