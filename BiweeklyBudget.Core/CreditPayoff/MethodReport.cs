namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>One method of a payoff report.</summary>
/// <param name="Method">The method.</param>
/// <param name="Result">What it comes to, for the cards that owe something.</param>
/// <param name="Rows">Each card of the report, also those that owe nothing; empty when the method failed.</param>
/// <param name="Saving">Against minimum payments; null for these themselves and when either failed.</param>
public sealed record MethodReport(PayoffMethod Method, PayoffResult Result, IReadOnlyList<CardPayoff> Rows, PayoffSaving? Saving);
