namespace BiweeklyBudget.Core.Statements;

/// <summary>A file before its import.</summary>
/// <param name="Mistake">Why it cannot be imported; null when it can be read.</param>
/// <param name="Statements">Its statements; none when it cannot be read.</param>
public sealed record FilePreview(string? Mistake, IReadOnlyList<StatementPreview> Statements)
{
    /// <summary>What of the file itself could not be read, apart from its statements.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
