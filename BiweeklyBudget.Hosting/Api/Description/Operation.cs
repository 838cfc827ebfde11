namespace BiweeklyBudget.Hosting.Api.Description;

/// <summary>What a route is for, in words for whoever writes a program against it (docs/adr/0023). The interface's document is made of these.</summary>
internal sealed record Operation
{
    /// <summary>Its name in programs that are made from the document, for example <c>saveBudget</c>. It must not change.</summary>
    public required string Id { get; init; }

    /// <summary>The chapter that it stands in.</summary>
    public required string Chapter { get; init; }

    /// <summary>A few words.</summary>
    public required string Summary { get; init; }

    /// <summary>What else has to be known, in Markdown.</summary>
    public string Text { get; init; } = "";

    /// <summary>What stands in the address.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>The fields of the body; empty for a route that is only read.</summary>
    public IReadOnlyList<Field> Fields { get; init; } = [];

    /// <summary>How the body may be written.</summary>
    public IReadOnlyList<string> BodyTypes { get; init; } = [];

    /// <summary>A body that can be sent as it is to the sample household, as JSON.</summary>
    public string? Example { get; init; }

    /// <summary>The answers that are this route's own; those that all routes share are added to them.</summary>
    public required IReadOnlyList<Answer> Answers { get; init; }

    /// <summary>Whether nobody has to sign in for it.</summary>
    public bool IsForAnyone { get; init; }

    /// <summary>Whether it is answered while nobody has said when payday is.</summary>
    public bool WorksWithoutPayday { get; init; }
}
