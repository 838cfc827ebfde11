namespace BiweeklyBudget.Hosting.Features.Finding;

/// <summary>A place in the app that a text finds.</summary>
/// <param name="Group">What it is: <c>Pages</c>, <c>Accounts</c>, <c>Budgets</c>, <c>Periods</c> or <c>Transactions</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Detail">What tells it from others of that name; empty for nothing.</param>
/// <param name="Path">Its address below the app's path.</param>
internal sealed record FoundJson(string Group, string Name, string Detail, string Path);
