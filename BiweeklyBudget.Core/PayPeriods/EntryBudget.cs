namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>An entry's share of one budget: the sum of all its splits on it.</summary>
/// <param name="Id">The budget.</param>
/// <param name="Name">Its name.</param>
/// <param name="Amount">The share; expenses positive.</param>
/// <param name="IsIncome">Whether it is an income budget.</param>
public sealed record EntryBudget(int Id, string Name, decimal Amount, bool IsIncome);
