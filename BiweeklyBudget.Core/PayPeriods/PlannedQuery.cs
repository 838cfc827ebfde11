namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>What is about to be entered, for <see cref="PayPeriodSection.FindPlannedAsync"/>: is it planned already?</summary>
/// <param name="Day">Its day; what is planned in the pay period of that day is looked at.</param>
/// <param name="AccountId">Its account: what is planned on others is something else.</param>
/// <param name="Description">What it is for; may be blank.</param>
/// <param name="Amount">Its amount, expenses positive and income negative; null when it is not known yet.</param>
public sealed record PlannedQuery(DateOnly Day, int AccountId, string Description, decimal? Amount);
