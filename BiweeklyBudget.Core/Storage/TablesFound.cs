namespace BiweeklyBudget.Core.Storage;

/// <summary>What a look at how the tables are stored found.</summary>
/// <param name="Refusal">Why the program must not work on them, as the rest of a sentence that begins with the database; null when it may.</param>
/// <param name="Warning">What the user should change, as a sentence; null when nothing.</param>
internal sealed record TablesFound(string? Refusal, string? Warning)
{
    /// <summary>All is well.</summary>
    public static TablesFound Good { get; } = new(null, null);
}
