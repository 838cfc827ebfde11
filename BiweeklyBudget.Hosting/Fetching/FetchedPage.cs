namespace BiweeklyBudget.Hosting.Fetching;

/// <summary>What was read of a page of the web, or why it was not to be had.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="Content">What was read; of no meaning when there is a problem.</param>
/// <param name="Problem">Why not, as an English sentence; null when it was.</param>
internal sealed record FetchedPage<T>(T? Content, string? Problem);
