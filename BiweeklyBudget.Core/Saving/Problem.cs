namespace BiweeklyBudget.Core.Saving;

/// <summary>Why a command cannot be done.</summary>
/// <param name="Property">
/// Name of the command's property that is to blame, or a path to it such as <c>Increases[0].Date</c>; null when none is.
/// </param>
/// <param name="Code">What kind of problem it is, for programs.</param>
/// <param name="Message">An English sentence for the user. Scripts of the web interface know its wording: it does not change.</param>
public sealed record Problem(string? Property, ProblemCode Code, string Message)
{
    /// <summary>Id of the row that stands in the way, where an operation says it; otherwise null.</summary>
    public int? RowId { get; init; }

    /// <summary>
    /// The same for a person, where <see cref="Message"/> speaks of tables and ids as upstream does: it names what the person called the record. Null where the message does.
    /// </summary>
    public string? Plain { get; init; }
}
