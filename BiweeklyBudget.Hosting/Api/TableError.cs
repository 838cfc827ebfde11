namespace BiweeklyBudget.Hosting.Api;

/// <summary>The reply to a request that breaks the DataTables protocol; its status is 200 all the same.</summary>
/// <param name="Error">What is wrong with it.</param>
internal sealed record TableError(string Error);
