namespace BiweeklyBudget.Hosting.Composition;

/// <summary>The book that a request is about. The mount that a request came to says it, before anything else is asked for.</summary>
internal sealed class CurrentBook
{
    /// <summary>The book; null outside of all mounts.</summary>
    public ServedBook? Found { get; set; }

    /// <summary>The program's endpoint that the request came through, with what the program decided about it.</summary>
    public Endpoint? Mount { get; set; }

    /// <summary>The book.</summary>
    /// <exception cref="InvalidOperationException">The request came to no mount.</exception>
    public ServedBook Served => Found ?? throw new InvalidOperationException("Nothing is served outside of MapBiweeklyBudget.");
}
