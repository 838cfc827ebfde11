namespace BiweeklyBudget.Core.Spreading;

/// <summary>A budget that money comes from, or goes to, and how much.</summary>
/// <param name="Id">The budget.</param>
/// <param name="Name">Its name.</param>
/// <param name="Amount">How much; greater than zero.</param>
internal sealed record SpreadSource(int Id, string Name, decimal Amount);
