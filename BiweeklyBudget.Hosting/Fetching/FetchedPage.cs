namespace BiweeklyBudget.Hosting.Fetching;

/// <summary>A page of the web, or why it was not to be had.</summary>
/// <param name="Content">The page, from its beginning; null when there is a problem.</param>
/// <param name="Problem">Why not, as an English sentence; null when it was.</param>
internal sealed record FetchedPage(MemoryStream? Content, string? Problem) : IDisposable
{
    public void Dispose() => Content?.Dispose();
}
