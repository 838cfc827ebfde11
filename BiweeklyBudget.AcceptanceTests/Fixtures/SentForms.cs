using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>Notes what a page sends to the <c>/forms/*</c> of the HTTP interface.</summary>
internal sealed class SentForms
{
    private readonly ConcurrentQueue<string> _bodies = new();

    public SentForms(IPage page) => page.Request += (_, request) =>
    {
        if (request.Method == "POST" && new Uri(request.Url).AbsolutePath.StartsWith("/forms/", StringComparison.Ordinal))
        {
            _bodies.Enqueue(request.PostData ?? "");
        }
    };

    /// <summary>The bodies, in order.</summary>
    public IReadOnlyCollection<string> Bodies => _bodies;
}
