namespace BiweeklyBudget.Core.Spreading;

/// <summary>One transfer of a spread.</summary>
/// <param name="From">The budget that the money comes from.</param>
/// <param name="To">The budget that it goes to.</param>
/// <param name="Amount">How much; greater than zero.</param>
internal sealed record SpreadMove(SpreadSource From, SpreadSource To, decimal Amount);
