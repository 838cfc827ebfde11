namespace BiweeklyBudget.Hosting.Api.Description;

/// <summary>An answer of a route.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Text">When it is given.</param>
internal sealed record Answer(int Status, string Text)
{
    /// <summary>Its media type; null for one without a body.</summary>
    public string? MediaType { get; init; } = "application/json";

    /// <summary>The bodies that it may have, each by the type that is written.</summary>
    public IReadOnlyList<Type> Bodies { get; init; } = [];

    /// <summary>Whether days are written as texts, as in tables and charts, and not as objects.</summary>
    public bool HasPlainDays { get; init; }

    /// <summary>What the keys mean that a form adds to a success.</summary>
    public IReadOnlyDictionary<string, string> Extras { get; init; } = new Dictionary<string, string>();

    /// <summary>Those of <see cref="Extras"/> that are a measured number, or null when it is not known; the others are whole numbers.</summary>
    public IReadOnlyList<string> MeasuredExtras { get; init; } = [];

    /// <summary>Those of <see cref="Extras"/> that are not always there.</summary>
    public IReadOnlyList<string> OptionalExtras { get; init; } = [];

    /// <summary>Headers with what they say.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>One with a record.</summary>
    public static Answer Of<T>(string text, int status = StatusCodes.Status200OK) => new(status, text) { Bodies = [typeof(T)] };

    /// <summary>One with a table or a chart.</summary>
    public static Answer OfTable<T>(string text) => new(StatusCodes.Status200OK, text) { Bodies = [typeof(T)], HasPlainDays = true };

    /// <summary>A refusal.</summary>
    public static Answer Refusal(int status, string text) => new(status, text) { Bodies = [typeof(RefusedReply)] };

    /// <summary>One for people or machines that read texts.</summary>
    public static Answer OfText(string text, string mediaType = "text/plain", int status = StatusCodes.Status200OK) => new(status, text) { MediaType = mediaType };
}
